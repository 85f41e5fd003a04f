// Questions of the built-in grader's tests, away from the shipped roadmap. Shapes only; no expectations.
import type { Question } from "../../../../src/core/roadmap/question";

export const hashTables: Question = {
  id: "hash-tables",
  title: "Hash tables",
  marks: 4,
  prompt:
    "Explain how a hash table finds a value by its key, what a collision is and **one** way to deal with it, and " +
    "what happens when the table fills up.",
  criteria: [
    {
      id: "lookup",
      marks: 1,
      statement:
        "A hash function turns the key into the position of a bucket, so the value is found without searching " +
        "through all entries.",
      accepted: [
        "The key is hashed to an array index, which gives constant-time access on average.",
        "You compute from the key where the entry has to be and go straight there.",
        "Lookup takes O(1) because the hash code tells the slot.",
      ],
      misconceptions: ["The table is kept sorted and searched by halving.", "All keys are compared one after another."],
      idea: "how the place of an entry is found",
    },
    {
      id: "collision",
      marks: 1,
      statement: "A collision occurs when two different keys are mapped to the same bucket.",
      accepted: ["Two keys hash to the same index.", "Different keys may end up in one and the same slot."],
      misconceptions: [
        "A collision is when the same key is inserted twice.",
        "A collision means that two threads write at the same time.",
      ],
      idea: "what a collision is",
    },
    {
      id: "chaining",
      marks: 1,
      group: "remedies",
      statement: "With separate chaining each bucket holds a linked list of the entries that landed there.",
      accepted: [
        "Every slot keeps a list of entries that share it.",
        "Colliding items are hung one behind the other in the same bucket.",
      ],
      misconceptions: [],
      idea: "keeping several entries in one place",
    },
    {
      id: "probing",
      marks: 1,
      group: "remedies",
      statement: "With open addressing the next free slot is looked for, for example by linear probing.",
      accepted: [
        "If a slot is taken you try the following ones until one is empty.",
        "Linear or quadratic probing moves on to another free position.",
      ],
      misconceptions: ["The old entry is overwritten by the new one."],
      idea: "looking for another place",
    },
    {
      id: "resize",
      marks: 1,
      statement:
        "When the load factor gets too high the table is enlarged and all entries are rehashed into the new array.",
      accepted: [
        "A bigger array is allocated and every key is hashed again.",
        "Once it is too full it doubles its size and moves everything over.",
      ],
      misconceptions: ["When the table is full, further inserts are rejected.", "The oldest entries are thrown away."],
      idea: "what a full table does",
    },
  ],
  groups: [{ id: "remedies", choose: 1, marks: 1 }],
  reference:
    "A hash function turns the key into an array index, so the entry is found without searching. A collision " +
    "occurs when two different keys are mapped to the same bucket. With separate chaining each bucket holds a " +
    "linked list of the entries that landed there. When the load factor gets too high a bigger array is " +
    "allocated and all entries are rehashed.",
  hints: [],
  goldens: [],
};

export const ganTerms: Question = {
  id: "gan-terms",
  title: "GANs and RAG",
  marks: 2,
  prompt: "Name the architecture in which two networks compete and the technique that adds looked-up documents.",
  criteria: [
    {
      id: "gan",
      marks: 1,
      statement: "A generative adversarial network.",
      accepted: [],
      misconceptions: [],
      idea: "the competing networks",
    },
    { id: "rag", marks: 1, statement: "RAG", accepted: [], misconceptions: [], idea: "the technique" },
  ],
  groups: [],
  reference: "A GAN and RAG.",
  hints: [],
  goldens: [],
};

export const bandwidth: Question = {
  id: "bandwidth",
  title: "Throughput",
  marks: 1,
  prompt: "How many packets a second does the link carry?",
  criteria: [
    {
      id: "value",
      marks: 1,
      statement: "1250 packets per second",
      accepted: ["1.25e3"],
      misconceptions: [],
      idea: "the throughput",
    },
  ],
  groups: [],
  reference: "1250 packets per second",
  hints: [],
  goldens: [],
};
