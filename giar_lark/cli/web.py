"""`giar-lark web`: the page that checks a report in the browser, served on this computer."""

from __future__ import annotations

import contextlib
import sys
import webbrowser
from typing import Annotated

import typer

from giar_lark.cli.exits import usage_error
from giar_lark.cli.language import language, say
from giar_lark.lang import Lang

_PORT = 8017


def web(
    port: Annotated[
        int,
        typer.Option(
            metavar="N", min=0, max=65535, help=say("端口，0 为任意空闲端口", "the port, 0 for any that is free")
        ),
    ] = _PORT,
    open_page: Annotated[
        bool, typer.Option("--open/--no-open", help=say("在浏览器中打开", "open it in the browser"))
    ] = True,
    lang: Annotated[Lang | None, typer.Option("--lang", help=say("语言", "language"))] = None,
) -> None:
    """Serve the page until Ctrl-C."""
    from giar_lark.web.server import page_folder, serve

    spoken = language(lang)
    folder = page_folder()
    if folder is None:
        zh = "此安装不含网页；请在源代码的 web 文件夹中运行 npm ci && npm run build，再重新安装"
        en = "this installation has no page; run npm ci && npm run build in the folder web of the source, and install anew"
        raise usage_error(say(zh, en, spoken))
    try:
        server = serve(folder, port)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        zh, en = f"端口 {port} 用不了：{reason}；请用 --port 另选", f"port {port}: {reason}; choose another with --port"
        raise usage_error(say(zh, en, spoken)) from None
    address = f"http://127.0.0.1:{server.server_address[1]}/?lang={spoken}"
    print(
        say(f"网页在 {address}，按 Ctrl-C 结束", f"the page is at {address}; Ctrl-C ends it", spoken), file=sys.stderr
    )
    if open_page:
        webbrowser.open(address)
    with server, contextlib.suppress(KeyboardInterrupt):
        server.serve_forever()
