// What the editor does better than the server can ask for: the reason of a dismissal, and pages that are read, not edited.
import * as vscode from "vscode";
import type { Middleware } from "vscode-languageclient/node";

const DISMISS = "giar-lark.dismiss";

export function middleware(): Middleware {
  return {
    async executeCommand(command, given, next) {
      if (command !== DISMISS) return next(command, given);
      const request: unknown = given[0];
      if (!lacksReason(request)) return next(command, given);
      const reason = await vscode.window.showInputBox({
        title: vscode.l10n.t("Set this finding aside"),
        prompt: vscode.l10n.t("Why need it not be minded? The reason is kept in giar-lark.dismissals.toml."),
        validateInput: (text) => (text.trim() === "" ? vscode.l10n.t("A reason has to be there.") : undefined),
      });
      return reason === undefined ? undefined : next(command, [{ ...request, reason: reason.trim() }]);
    },
    window: {
      async showDocument(params, token, next) {
        if (!params.uri.endsWith(".md")) return next(params, token);
        await vscode.commands.executeCommand("markdown.showPreviewToSide", vscode.Uri.parse(params.uri));
        return { success: true };
      },
    },
  };
}

function lacksReason(request: unknown): request is object {
  return typeof request === "object" && request !== null && !("reason" in request && Boolean(request.reason));
}
