"""Values that other libraries fix, listed so that they need not be loaded; tests compare them."""

from __future__ import annotations

_SPOKEN = """
en=English af=Afrikaans sq=Albanian am=Amharic ar=Arabic hy=Armenian as=Assamese
az=Azerbaijani ba=Bashkir eu=Basque be=Belarusian bn=Bengali bs=Bosnian br=Breton bg=Bulgarian
my=Burmese yue=Cantonese ca=Catalan zh=Chinese hr=Croatian cs=Czech da=Danish nl=Dutch
et=Estonian fo=Faroese fi=Finnish fr=French gl=Galician ka=Georgian de=German el=Greek
gu=Gujarati ht=Haitian_Creole ha=Hausa haw=Hawaiian he=Hebrew hi=Hindi hu=Hungarian
is=Icelandic id=Indonesian it=Italian ja=Japanese jw=Javanese kn=Kannada kk=Kazakh km=Khmer
ko=Korean lo=Lao la=Latin lv=Latvian ln=Lingala lt=Lithuanian lb=Luxembourgish mk=Macedonian
mg=Malagasy ms=Malay ml=Malayalam mt=Maltese mi=Maori mr=Marathi mn=Mongolian ne=Nepali
no=Norwegian nn=Nynorsk oc=Occitan ps=Pashto fa=Persian pl=Polish pt=Portuguese pa=Punjabi
ro=Romanian ru=Russian sa=Sanskrit sr=Serbian sn=Shona sd=Sindhi si=Sinhala sk=Slovak
sl=Slovenian so=Somali es=Spanish su=Sundanese sw=Swahili sv=Swedish tl=Tagalog tg=Tajik
ta=Tamil tt=Tatar te=Telugu th=Thai bo=Tibetan tr=Turkish tk=Turkmen uk=Ukrainian ur=Urdu
uz=Uzbek vi=Vietnamese cy=Welsh yi=Yiddish yo=Yoruba
"""

LANGUAGES = tuple(
    (code, f"{name.replace('_', ' ')} ({code})")
    for code, name in (pair.split("=") for pair in _SPOKEN.split())
)
"""Codes that Whisper knows, with their names; English first, then by name."""

THEMES = (
    "sayback-dark", "sayback-light", "textual-dark", "textual-light", "nord", "gruvbox",
    "catppuccin-mocha", "dracula", "tokyo-night", "monokai", "flexoki", "catppuccin-latte",
    "catppuccin-frappe", "catppuccin-macchiato", "solarized-light", "solarized-dark", "rose-pine",
    "rose-pine-moon", "rose-pine-dawn", "atom-one-dark", "atom-one-light", "ansi-dark",
    "ansi-light",
)  # fmt: skip
"""Sayback's own themes, then those of Textual."""
