import type { Assignment, ObjectCreation } from '../csharp/index-types.ts';
import type { Facts } from './facts.ts';

/**
 * Whether an object of the product's type (full name) is given the member: in its initializer, by the code around, or, where it is
 * handed on, by a method of the team's own that stamps what it is given.
 */
export const isGiven = (made: ObjectCreation, member: string, type: string, { csharp }: Facts): boolean =>
  [...made.members, ...made.setLater].some((set) => set.member === member) ||
  (made.isHandedOn && csharp.assignmentsTo(member).some((set) => isOnParameter(set, type, csharp)));

const isOnParameter = (set: Assignment, type: string, csharp: Facts['csharp']) => {
  const [name] = set.target.split('.');
  const value = csharp.valuesAt(set).find((one) => one.name === name);
  return value?.kind === 'parameter' && value.type.kind === 'product' && value.type.name === type;
};
