/** certain: every link resolved · likely: one link follows from an import · possible: the name only. */
export type Confidence = 'certain' | 'likely' | 'possible';
