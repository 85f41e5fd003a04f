// Everyday English words: they stand in texts on any subject, so that sharing one of them says little. A list, written
// for this project; no subject's own terms.
import { stem } from "./stems";

const words = `
accept accord account achieve act action actual actually add addition additional additionally affect afternoon age ago
agree ahead aim alike allow alone alternative amount apart appear appropriate area argue arrive aside ask aspect
assume attempt attention available average avoid aware away
back bad base basic basically basis bear beat beautiful become begin beginning behave behaviour behind belief believe
belong benefit best better big bit book both bottom boy break brief bring broad brother build busy buy
call capable care careful carry case catch cause certain certainly chance change character cheap check child children
choice choose circumstance claim clean clear clearly close collect combine come common commonly company compare complete
completely complex concern condition confirm consider consist contain continue contrast contribute
control correct correctly cost count country couple course cover create crucial current currently cut
daily date day deal decide decision deep definite definitely degree demand depend describe deserve detail determine
develop development difference different difficult difficulty direct direction directly disadvantage discover discuss
do door doubt draw drive drop due
each early easily easy effect effective effectively effort either else employ empty enable end ending enjoy
enough ensure entire entirely equal especially essential establish evening event eventually ever every everybody
everyone everything everywhere exact exactly example except exist expect expensive experience explain explanation
express extent extra extreme extremely eye
face fact fail fair fairly fall false familiar family famous far fast fear feel feeling few field figure fill
final finally find fine finish first fit fix follow following food foot force forget form former forward free frequent
frequently friend front full fully fun further furthermore future
gain game general generally gentle girl give given glad go goal good grab gradual gradually grand great greatly ground
group grow guess guy
habit half hand handle hang happen happy hard hardly have head hear heart heavy help helpful hence high highly
hit hold home hope hour house huge human hundred
idea ideal identify ignore imagine immediate immediately impact importance important impossible improve include
including increase indeed individual influence initial inside instance instead intend interest interesting introduce
involve issue item
job join just
keep key kind know knowledge known
lack large last late later latest latter lay lead learn least leave left less let level lie life light like likely
limit link list listen little live local long longer look lose lot love low lower lucky
main mainly make man manage manner many mark mass matter maybe mean meaning means meet member mention method middle
might million mind minute miss mistake modern moment money month more moreover morning mostly mother motivation move
much multiple
name namely natural naturally nature near nearly necessary need negative never new next nice night nobody none normal
normally note nothing notice number numerous
obvious obviously occasion occur offer office often old once one only open opinion opportunity opposite option
order ordinary original other out outside overall own
pair part particular particularly partly party pass past pay people perfect perfectly perform perhaps period person
personal phase phone pick piece place plan play please plenty point poor popular position positive possibility possible
possibly potential practical practice prefer prepare present pretty prevent previous previously price
prior probably problem proceed produce proper properly provide public pull purpose push put
quality quarter question quick quickly quiet quite
raise range rather reach read ready real reality realise really reason reasonable receive recent recently
recognise reduce refer regard regular relate relation relative relatively relevant rely remain remember remove repeat
replace represent require respect rest result return rich right rise road role roll room round rule run
safe same save say scale school second secondly section see seek seem select send sense separate series serious serve
set several shape share short show shut side significant similar simple simply since single sit situation skill
slight slightly slow slowly small smart smooth solution solve somebody somehow someone something
sometimes somewhat somewhere soon sort sound space speak special specific specifically spend spot stage stand
standard start state stay step stick still stop story straight strange strong stuff style subject succeed
success successful such sudden suddenly suffer suggest suit suitable support suppose sure surprise
table take talk task tell tend term terrible thank thing think third thought thousand throw tiny today together tomorrow
tonight top topic total totally touch toward towards town trouble true trust truth try turn twice two type typical
typically
under understand unfortunately unlike upper use useful useless user usual usually
valuable value various vary version view visit
wait walk want watch way weak wear week weekend well whole wide will win wish wonder wonderful word work world worry
worse worst worth write wrong
year yes yesterday yet young
became been began begun bought brought built came caught chose chosen cut did dealt done drawn drew drove fallen fell felt
found gave given gone got grew grown heard held kept knew known laid led left lost made meant met paid put ran said sat
saw seen sent shown spent spoke spoken stood taken taught thought threw told took understood went won wore written wrote
`;

let stems: ReadonlySet<string> | undefined;

/** Whether a stem is one of an everyday word. */
export function isEveryday(stemOfWord: string): boolean {
  stems ??= new Set(words.trim().split(/\s+/).map(stem));
  return stems.has(stemOfWord);
}
