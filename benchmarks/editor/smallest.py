"""The smallest server that pygls can make: it sends no diagnostics of what is opened."""

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

server = LanguageServer("smallest", "1", text_document_sync_kind=lsp.TextDocumentSyncKind.Full)


@server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
def opened(params: lsp.DidOpenTextDocumentParams) -> None:
    """Answer what is opened."""
    item = params.text_document
    server.text_document_publish_diagnostics(
        lsp.PublishDiagnosticsParams(item.uri, [], item.version)
    )


server.start_io()
