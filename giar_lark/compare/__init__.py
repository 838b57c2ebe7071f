"""Two reports side by side, written out: as JSON and as a page. The terminal draws them in `giar_lark/render/`."""
