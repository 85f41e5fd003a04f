// Everyday words that a technical explanation swaps freely. A small list, written for this project; no subject's own
// terms.
import { stem } from "./stems";

// One group a line. Words of a group mean much the same in an explanation; opposites never share a group.
const groups = `
increase raise grow growth rise gain higher greater larger bigger more enlarge boost climb
decrease reduce reduction lower shrink drop fall fewer smaller less lessen diminish decline cut minimise
fast quick rapid speed speedy swift faster quicker
slow slowly slower sluggish
big large huge great massive vast enormous
small tiny little few handful limited
many several multiple various numerous lots plenty
use utilise employ apply leverage usage
create produce generate make build construct form output
show display present indicate demonstrate reveal
change alter modify adjust adapt update vary shift
keep retain maintain preserve hold store save remember remain stay
remove delete eliminate drop discard erase prune ignore
find locate discover identify detect spot search look retrieve lookup
begin start initiate launch initial first
end stop finish terminate halt complete cease
need require necessary must essential mandatory demand
help assist aid support enable allow let permit facilitate
improve enhance better refine optimise upgrade strengthen
worse degrade deteriorate suffer harm hurt damage impair poor bad
get obtain receive acquire gain fetch collect gather
give provide supply offer deliver yield return
send transmit transfer forward deliver dispatch
choose select pick decide
difference differ different distinct distinguish unlike contrast
same identical equal alike similar similarity resemble close near
error mistake fault flaw bug wrong incorrect inaccurate false
correct right accurate valid true proper precise
problem issue trouble difficulty challenge obstacle drawback disadvantage downside
advantage benefit plus strength upside merit
cheap inexpensive affordable
cost costly price expense expensive
easy simple simply straightforward ease simplicity
hard difficult complex complicated tricky
important crucial key vital significant critical main major
part piece component portion section element chunk segment fragment
whole entire complete full all total overall
group set collection cluster category class kind type sort
example instance sample case
method technique approach way strategy procedure
goal aim purpose objective target intent
result outcome consequence effect output
cause reason lead induce trigger origin
connect link join attach relate associate tie
separate split divide partition segregate isolate
combine merge mix blend fuse unite integrate together concatenate
compare comparison against versus relative
measure metric score evaluate evaluation assess assessment judge rate
check verify validate test confirm inspect examine monitor watch track
guess predict prediction forecast estimate
learn train training study
teach instruct explain describe
understand comprehend grasp
know knowledge aware
hide conceal mask obscure
protect secure guard safe safety security defend
attack exploit threat
fool deceive trick mislead
fake synthetic artificial
real genuine authentic actual
random stochastic chance
fixed constant static frozen unchanged
copy duplicate replicate reproduce clone replica
repeat again recur repetitive repeatedly
unique distinct single
word token term
picture image photo
text document passage
number amount quantity count
size length extent magnitude
space memory storage room capacity
time duration period
delay latency lag wait
often frequently usually commonly typically
rare rarely seldom uncommon infrequent
new fresh novel unseen recent
old outdated stale previous former earlier past
user customer client person people human
firm company business organisation enterprise
bias unfair prejudice skew discriminate
fair fairness equitable equal
private privacy confidential sensitive personal
wide broad diverse diversity variety varied range
deep depth
short brief compact compressed small concise
long lengthy extended
possible feasible able capable can
likely probable probability chance likelihood
dangerous harmful unsafe toxic risk risky hazard
balance balanced equilibrium even
fail failure break crash collapse
avoid prevent stop block forbid
handle manage process deal treat cope
share common mutual shared
direct directly straight
order sequence arrange rank sort
place position location site spot
answer reply response respond
ask request query question
deploy release ship rollout
run execute perform carry
rule policy regulation guideline
plan schedule design
meaning semantic sense
nearest closest neighbour adjacent
weight parameter coefficient
step stage phase
loop cycle iterate iteration
layer level tier
input feed
`;

const groupsOf = new Map<string, number[]>();
groups
  .trim()
  .split("\n")
  .forEach((line, i) => {
    for (const word of line.split(" ")) {
      const key = stem(word);
      const held = groupsOf.get(key);
      if (held === undefined) groupsOf.set(key, [i]);
      else if (!held.includes(i)) held.push(i);
    }
  });

/** The groups that a stem belongs to; two stems of one group are near enough synonyms. Empty for most words. */
export function synonymGroups(stemOfWord: string): readonly number[] {
  return groupsOf.get(stemOfWord) ?? [];
}
