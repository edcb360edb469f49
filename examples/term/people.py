"""Who is in the course? Invented students, with the names and numbers by which each LMS knows them; two of them have one name."""

import unicodedata
from dataclasses import dataclass, replace

from examples.term.dice import Dice

GIVEN = [
    "Aisha", "Amélie", "Anders", "Aylin", "Beatriz", "Benedikt", "Björn", "Carlos", "Chiara", "Chloé", "Daniel", "Dilnoza", "Elif",
    "Emeka", "Eszter", "Fatima", "Felix", "Freya", "Giulia", "Goran", "Hannah", "Haruto", "Ibrahim", "Ingrid", "Ismail", "Jakub",
    "Jana", "Jiho", "Joana", "Jonas", "Kamala", "Katarzyna", "Kenji", "Lamar", "Leila", "Lior", "Łukasz", "Maeve", "Malik", "Manon",
    "Marek", "Mateo", "Mina", "Nia", "Nikolai", "Noémie", "Oleksandra", "Omar", "Priya", "Rafael", "Ravi", "Rosa", "Samira",
    "Sofía", "Søren", "Tariro", "Theo", "Thuý", "Vera", "Zoë",
]  # fmt: skip
FAMILY = [
    "Abara", "Åkesson", "Almeida", "Andersson", "Bauer", "Becker-Lindt", "Bianchi", "Bouchard", "Castillo Ruiz", "Chaudhry",
    "Conti", "Da Silva", "Demirci", "Dubois", "Eriksen", "Fernández", "Fischer", "García", "Goldberg", "Haddad", "Hoffmann",
    "Horváth", "Ito", "Ivanova", "Jansen", "Jovanović", "Kamau", "Kim", "Kowalczyk", "Kuznetsov", "Larsen", "Lefèvre", "Lindqvist",
    "Mbeki", "Moreau", "Müller", "Nakamura", "Nguyễn", "Novák", "Núñez", "O'Brien", "Okafor", "Olsen", "Papadopoulos", "Petrović",
    "Rahman", "Rossi", "Sato", "Schäfer", "Sharma", "Smith-Jones", "Szabó", "Tanaka", "Torres", "Tshabalala", "van den Berg",
    "Vargas", "Weiß", "Yılmaz", "Zhang",
]  # fmt: skip
LETTERS = str.maketrans({"ł": "l", "ø": "o", "ı": "i", "ß": "ss", "å": "a"})
SECTIONS = ("Mon", "Wed")
TIME_FACTORS = {3: 1.5, 40: 2.0}  # by a student's place in the class


@dataclass(frozen=True, slots=True)
class Student:
    """One student.

    Attributes:
        id: as the roster, folders and commands have it.
        number: the school's.
        canvas, participant, brightspace: the numbers that these LMSes have given.
    """

    id: str
    given: str
    family: str
    number: str
    canvas: int
    participant: int
    brightspace: int
    section: str
    time_factor: float = 1.0

    @property
    def name(self) -> str:
        """As people say it."""
        return f"{self.given} {self.family}"

    @property
    def sortable(self) -> str:
        """As lists have it."""
        return f"{self.family}, {self.given}"

    @property
    def email(self) -> str:
        """The school's address."""
        return f"{self.id}@uni.example"

    @property
    def login(self) -> str:
        """By which the school's computers know the student."""
        return self.id


def people(count: int, dice: Dice) -> tuple[Student, ...]:
    """A class in the order of their ids. The last who came has the name of the first, and nothing else of hers."""
    given, family = dice.mixed(GIVEN), dice.mixed(FAMILY)
    names = [(given[(at + 7 * (at // len(family))) % len(given)], family[at % len(family)]) for at in range(count)]
    if count > 1:
        names[-1] = names[0]
    used: set[str] = set()
    found = []
    for at, (first, last) in enumerate(names):
        login = _login(first, last, used)
        used.add(login)
        numbers = (str(20_250_000 + 37 * at + 11), 4_100 + 13 * at, 77_000 + 3 * at, 390_000 + 17 * at)
        found.append(Student(login, first, last, *numbers, SECTIONS[at % 2]))
    found.sort(key=lambda student: student.id)
    return tuple(replace(student, time_factor=TIME_FACTORS.get(at, 1.0)) for at, student in enumerate(found))


def _login(given: str, family: str, used: set[str]) -> str:
    plain = f"{_letters(given)[:1]}{_letters(family)}"[:8]
    return next(login for number in range(1, len(used) + 2) if (login := plain if number == 1 else f"{plain}{number}") not in used)


def _letters(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    return "".join(sign for sign in spread if sign.isascii() and sign.isalpha())
