"""The course secret that hidden cases are drawn from: 32 bytes that never leave the judge."""

import hashlib
import hmac
from dataclasses import dataclass, field

LENGTH = 32


@dataclass(frozen=True, slots=True)
class Secret:
    """The key of a course's hidden cases; its `id` may be shown, the key may not."""

    key: bytes = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse a key of another length."""
        if len(self.key) != LENGTH:
            raise ValueError(f"a course secret has {LENGTH} bytes, found {len(self.key)}")

    @property
    def id(self) -> str:
        """Eight hexadecimal digits that tell one secret from another without giving it away."""
        return hashlib.sha256(b"descent secret id\0" + self.key).hexdigest()[:8]

    def subkey(self, purpose: str) -> bytes:
        """A key for another use. From it neither this key nor another use's can be found, whatever is signed with it for whomever."""
        return hmac.new(self.key, f"descent subkey\0{purpose}".encode(), hashlib.sha256).digest()
