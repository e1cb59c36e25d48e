/**
 * A reference, a prediction, and what a strict but fair grader says of them: "either" only where reasonable graders
 * may differ. Labelled by hand from what the two mean, never from what any program answers.
 */
export type LabelledRow = readonly [reference: string, prediction: string, label: Label];

export type Label = "equal" | "different" | "either";
