// Everyday German words that a technical explanation swaps freely. A small list, written for this project; no
// subject's own terms. Opposites never share a group.
import { stem } from "./stems";

// One group a line, folded.
const groups = `
erhohen steigern steigt wachsen wachst zunehmen zunimmt zunahme anstieg hoher grosser vergrossern mehr
verringern reduzieren senken sinkt abnehmen abnimmt abnahme niedriger kleiner verkleinern weniger schrumpfen
schnell rasch zugig schneller geschwindigkeit tempo
langsam trage langsamer
gross riesig massiv umfangreich enorm
klein winzig gering wenig
viele mehrere zahlreiche etliche mehrfach
nutzen benutzen verwenden einsetzen anwenden gebrauchen
erzeugen erstellen herstellen generieren bilden bauen produzieren hervorbringen schaffen
zeigen darstellen anzeigen aufzeigen verdeutlichen
andern verandern anpassen wechseln umstellen modifizieren
behalten bewahren aufbewahren speichern halten erhalten merken
entfernen loschen weglassen verwerfen streichen ignorieren
finden ermitteln erkennen entdecken suchen aufspuren bestimmen
beginnen starten anfangen anfang beginn
enden aufhoren beenden stoppen abbrechen schluss
brauchen benotigen erfordern notig notwendig
helfen unterstutzen ermoglichen erlauben erleichtern
verbessern optimieren besser verfeinern
verschlechtern schlechter schaden schadigen leiden
bekommen erhalten beziehen empfangen sammeln holen
geben liefern bereitstellen anbieten zuruckgeben
senden schicken ubertragen ubermitteln weiterleiten
wahlen auswahlen aussuchen entscheiden
unterschied unterschiedlich verschieden anders abweichen abweichung
gleich identisch ahnlich ahneln nahe entsprechen
fehler irrtum falsch fehlerhaft ungenau
richtig korrekt genau prazise zutreffend wahr
problem schwierigkeit herausforderung nachteil schwache
vorteil nutzen starke plus
teuer kosten kostspielig aufwand aufwandig
gunstig billig preiswert
leicht einfach simpel muhelos
schwer schwierig kompliziert komplex
wichtig entscheidend wesentlich zentral
teil stuck abschnitt bestandteil ausschnitt element
ganz gesamt vollstandig komplett alles
gruppe menge sammlung kategorie klasse sorte
methode verfahren technik ansatz weg vorgehen
ziel zweck absicht
ergebnis resultat folge auswirkung ausgabe
ursache grund auslosen bewirken verursachen fuhren
verbinden verknupfen zusammenhangen koppeln beziehen
trennen teilen aufteilen zerlegen spalten
zusammenfuhren kombinieren mischen vereinen verschmelzen
vergleichen vergleich gegenuberstellen abgleichen
messen bewerten beurteilen bewertung schatzen
prufen kontrollieren testen uberprufen beobachten uberwachen
raten vorhersagen vorhersage prognose schatzen
lernen trainieren training uben
verstehen begreifen erfassen
wissen kenntnis kennen
verbergen verstecken verschleiern
schutzen sichern absichern sicher sicherheit
angreifen angriff ausnutzen
tauschen tauschung irrefuhren reinlegen uberlisten
gefalscht kunstlich synthetisch unecht
echt real wirklich tatsachlich
zufall zufallig
fest konstant unverandert starr
kopie kopieren doppelt duplikat vervielfaltigen
wiederholen wiederholt erneut immer
einzigartig einmalig einzig
bild foto aufnahme
text dokument schriftstuck passage
anzahl zahl menge
grosse lange umfang ausmass
speicher platz speicherplatz kapazitat
zeit dauer zeitraum
verzogerung latenz warten wartezeit
haufig oft meistens ublicherweise regelmassig
selten kaum ungewohnlich
neu frisch unbekannt ungesehen
alt veraltet fruher vorig
nutzer benutzer anwender kunde person menschen leute
vorurteil verzerrung voreingenommen ungerecht
privat vertraulich personenbezogen sensibel
vielfalt vielfaltig abwechslung bandbreite verschieden varianten
kurz knapp kompakt
lang ausfuhrlich
wahrscheinlich wahrscheinlichkeit chance
gefahrlich schadlich riskant risiko gefahr
gleichgewicht ausgewogen balance
scheitern versagen ausfall absturz zusammenbruch
vermeiden verhindern blockieren
reihenfolge ordnung sortieren abfolge
ort stelle position platz
anfrage frage bitten anfordern
ausfuhren laufen durchfuhren
regel vorschrift richtlinie
bedeutung sinn inhalt
schritt stufe phase
schleife kreislauf zyklus runde
schicht ebene lage
eingabe eingang
`;

let made: ReadonlyMap<string, readonly number[]> | undefined;

/** By stem; made when first asked for, since most sessions read English. */
function groupsOf(): ReadonlyMap<string, readonly number[]> {
  if (made !== undefined) return made;
  const found = new Map<string, number[]>();
  groups
    .trim()
    .split("\n")
    .forEach((line, i) => {
      for (const word of line.split(" ")) {
        const key = stem(word);
        const held = found.get(key);
        if (held === undefined) found.set(key, [i]);
        else if (!held.includes(i)) held.push(i);
      }
    });
  made = found;
  return found;
}

/** The groups that a stem belongs to; two stems of one group are near enough synonyms. Empty for most words. */
export function synonymGroups(stemOfWord: string): readonly number[] {
  return groupsOf().get(stemOfWord) ?? [];
}
