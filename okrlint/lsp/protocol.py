"""The protocol, with an answer to every request: also to one that cannot be understood."""

from __future__ import annotations

from typing import Any

from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol


class Protocol(LanguageServerProtocol):
    """As pygls has it, but for requests with parameters that are none: they are refused by name.

    pygls only logs them, so that a client waits for ever.
    """

    def structure_message(self, data: dict[str, Any]) -> Any:
        """A message as an object; None for a request that was refused, and needs no more."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            number = data.get("id")
            if "method" not in data or not isinstance(number, (int, str)):
                raise
            self._send_response(number, error=error.to_response_error())
            return None

    def handle_message(self, message: Any) -> None:
        """Hand a message to what answers it."""
        if message is not None:
            super().handle_message(message)
