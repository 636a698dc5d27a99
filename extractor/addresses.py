"""Fetching for others only from the open internet: no address of this machine or its network.

A page that fetches what its visitors name would otherwise let them look around behind the firewall. The name
is looked up once, every address it has must be public, and the connection goes to the very address that was
checked, at every redirect anew.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterable

import httpx

from extractor.errors import UnreadableInput

Lookup = Callable[[str, int], Iterable[str]]

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_PORTS = {"http": 80, "https": 443}


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet, also when it is wrapped into one of IPv6."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo or (None, None))[1]
        if found in _NAT64:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            found = inner
    return found.is_global and not found.is_multicast


def looked_up(host: str, port: int) -> list[str]:
    """The addresses of a host; raises UnreadableInput where it has none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreadableInput(f"{host}: no such host; check the address and the network") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class PublicOnly(httpx.BaseTransport):
    """Sends requests to public addresses only; raises UnreadableInput for all others.

    ``send`` and ``lookup`` stand for the network in tests.
    """

    def __init__(self, send: httpx.BaseTransport | None = None, lookup: Lookup = looked_up) -> None:
        self._send = send or httpx.HTTPTransport()
        self._lookup = lookup

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Checks where the request leads, then sends it there: by address, with the name in its headers."""
        url = request.url
        host = url.raw_host.decode("ascii")
        addresses = list(self._lookup(host, url.port or _PORTS.get(url.scheme, 80)))
        if not addresses or not all(map(is_public, addresses)):
            raise UnreadableInput(
                f"{host} is not on the open internet; start the server with --private-addresses to allow it"
            )
        sealed = httpx.Request(
            request.method,
            url.copy_with(host=addresses[0]),
            headers=request.headers,
            stream=request.stream,
            extensions={**request.extensions, "sni_hostname": host},
        )
        return self._send.handle_request(sealed)

    def close(self) -> None:
        """Closes its connections."""
        self._send.close()
