/** The keys of the candidates screen, as its help shows them. */
export const SHORTCUT_GROUPS = [
  {
    title: "Decide",
    shortcuts: [
      { keys: "a", label: "Accept, and go on" },
      { keys: "x", label: "Drop, and go on" },
      { keys: "u", label: "Take the last decision back" },
    ],
  },
  {
    title: "Move",
    shortcuts: [
      { keys: "j", label: "Next candidate" },
      { keys: "k", label: "The one before" },
      { keys: "]", label: "Twenty on" },
      { keys: "[", label: "Twenty back" },
      { keys: "n", label: "Next neighbour beside it" },
      { keys: "?", label: "This help" },
    ],
  },
];
