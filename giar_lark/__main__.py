"""`python -m giar_lark` is `giar-lark`."""

from giar_lark.cli.app import main

if __name__ == "__main__":
    main()
