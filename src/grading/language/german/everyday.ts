// Everyday German words, folded: they stand in texts on any subject, so that sharing one of them says little. A list,
// written for this project; no subject's own terms.
import { stem } from "./stems";

const words = `
abend ablauf absicht achten ahnlich allein allerdings allgemein alltag alt alter andern anderung anders anfang anfangen
angeben angst ankommen annehmen ansehen ansicht anzahl arbeit arbeiten art aspekt aufgabe aufhoren aufpassen
auge aussage aussehen aussen aussuchen auswahl
bald basis bauen bedeuten bedeutung bedingung beginn beginnen behalten behandeln beispiel beispielsweise bekannt
bekommen benotigen benutzen bereich bereit bereits beruf beschaftigen beschreiben besitzen besonders besser bessere
beste besten bestehen bestimmen bestimmt betrachten betreffen bewegen beziehen bezug bild bleiben bleibt blick brauchen
braucht breit bringen bringt buch
chance
dauer dauern dauert denken deutlich dick dienen dient ding dinge direkt drei dunn durchaus durchfuhren
egal eigen eigene eigenen eigentlich einfach einfacher einfluss einfuhren eingehen einmal einsetzen einzeln einzelne
einzig ende enden endlich eng enthalten entscheiden entscheidend entscheidung entsprechen entsprechend entstehen
entsteht entweder entwickeln entwicklung erfahren erfahrung erfolg erfolgen erfolgreich ergeben ergebnis ergibt
erhalten erinnern erkennen erklaren erlauben erreichen erst erste ersten erwarten erzahlen essen
fahren fall falle fallen falsch familie fangen fassen fehlen fehlt fertig fest finden findet folge folgen folgend form
frage fragen frau frei freude freund fruh fruher fuhlen fuhren fuhrt funktionieren funktioniert
ganz geben gebrauchen gefallen gefuhl gegen gegensatz gehen gehoren gehort geld gelegenheit gelernt gelten gemeinsam
gemeint genau genug gerade gering gern gesamt geschehen geschieht geschichte gesehen gestern gewinnen gewohnlich glauben
gleiche gleichen gleichzeitig gluck grenze gross grosse grosser grund grunde grundlage grundsatzlich gruppe gunstig gut
gute guten guter
halb halfte halt halten hand handeln handelt hangen haufig haus heissen heisst helfen herr heute hilfe hilft hin
hinaus hoch hoffen hohe hoher holen horen
idee innen insbesondere insgesamt interesse interessant
jahr jahre jahrelang jung
kapitel kaufen kein kennen kind klar klein kleine kleiner kommen kompliziert konkret konnen kosten kraft kriegen kurz
lage land lang lange langer langsam langst langsten lassen laufen lauft leben leer legen leicht leicht leider leisten
leisten lernen lesen letzte letzten leute licht lieber liegen liegt liste losen losung
mal mann meinen meinung meist meistens menge mensch menschen merken messen minute mitglied mittag mittel mitte
mittlere moglich moglichkeit moment monat morgen mussen mutter
nachste nachsten nachteil nacht nahe name namlich naturlich nehmen nennen nett neu neue neuen nie niedrig nimmt normal
normalerweise not notig notwendig nummer nutzen nutzlich
oben offen offensichtlich offnen ordnung ort
paar passen passieren passiert passt person plan plotzlich platz preis prinzip probieren problem punkt

rand raum recht rechnen rechts rede reden regel reichen reicht reihe rein richten richtig richtung rolle ruhig rund
sache sachen sagen sagt satz schaden schaffen schauen scheinen scheint schicken schlagen schlecht schlechter schliessen
schlimm schluss schnell schneller schon schreiben schritt schuld schule schwach schwer schwierig sehen seite selber
selbstverstandlich setzen sicher sieht sinn sinnvoll situation sitzen sogenannt sollen sonst sorgen sowieso spaten
spater spatere spateren spiel spielen sprechen spricht stadt stand standig stark statt stehen steht stelle stellen
sterben stimmen stuck stunde stunden suchen
tag tage tat tatsachlich teil teile teilen teuer thema tief tragen treffen treten typisch typischerweise
ubrig uberall uberhaupt uberlegen ublich uhr umgehen umgekehrt umstand unbedingt ungewohnlich unmoglich unten
unterschied unterschiedlich ursache ursprunglich
vater verandern verbessern verbinden vergessen vergleich verhalten verhindern verlieren vermeiden verschieden
verschiedene verschiedenen verstehen versuchen vertrauen verwenden vielleicht vielmehr voll vollig vollstandig
vorgehen vorhanden vorher vorkommen vorstellen vorteil
wachsen wahl wahlen wahr wahrscheinlich warten wechseln weg weise weit weiter weitere weiteren weiterhin welt wenden
wert wesentlich wichtig wiederholen wirken wirklich wirkt wissen woche wohnen wollen wort wunsch
zahl zahlen zahlreich zeigen zeigt zeit zeitpunkt ziehen ziel ziemlich zimmer zudem zug zukunft zumindest
zusammen zusammenhang zusatzlich zustand zwei zweite zweiten zwingen
`;

let stems: ReadonlySet<string> | undefined;

/** Whether a stem is one of an everyday word. */
export function isEveryday(stemOfWord: string): boolean {
  stems ??= new Set(words.trim().split(/\s+/).map(stem));
  return stems.has(stemOfWord);
}
