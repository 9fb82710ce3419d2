/** The physician's words that the story of a case passes on. */
export type { GivenCapture, Diagnosis, CaptureVerdict, Actor, NextStep } from '../diagnosis/diagnosis.ts';
export type { GraphAnswers, GraphGap, GraphUser } from '../diagnosis/graph-answers.ts';
export type { Capture } from '../diagnosis/capture.ts';
