//! Starts `giar-lark lsp`: the program of the settings, or the one on the PATH.

use zed_extension_api::{self as zed, serde_json::Value, settings::LspSettings, Command, LanguageServerId, Result, Worktree};

const MISSING: &str = "giar-lark was not found. Type: python -m pip install \"giar-lark[lsp]\"";

struct GiarLark;

impl zed::Extension for GiarLark {
    fn new() -> Self {
        GiarLark
    }

    fn language_server_command(&mut self, id: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let binary = LspSettings::for_worktree(id.as_ref(), worktree)?.binary;
        let path = binary.and_then(|binary| binary.path);
        let command = path.or_else(|| worktree.which("giar-lark")).ok_or(MISSING)?;
        Ok(Command { command, args: vec!["lsp".into()], env: worktree.shell_env() })
    }

    fn language_server_initialization_options(&mut self, id: &LanguageServerId, worktree: &Worktree) -> Result<Option<Value>> {
        Ok(LspSettings::for_worktree(id.as_ref(), worktree)?.initialization_options)
    }
}

zed::register_extension!(GiarLark);
