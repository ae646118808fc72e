import type { Invocation } from '../../../../engine/csharp/invocation-types.ts';
import type { Facts } from '../../../../engine/facts/facts.ts';
import { type Change, replace } from '../../../../engine/workspace/change.ts';

export const contextType = 'Duende.IdentityServer.Validation.TokenRequestValidationContext';

/** Whether the call says which calls a mock answers, or has had (Moq, NSubstitute, FakeItEasy): it compares what it is given. */
export function isOfMock(call: Invocation, { csharp }: Facts): boolean {
  const { text } = csharp.sourceOf(call.path);
  const isChained = /^\s*[!?]?\s*\.\s*(Returns|ReturnsForAnyArgs|Throws|ThrowsAsync|ReturnsNull)\w*\s*[<(]/.test(
    text.slice(call.span.end),
  );
  return (
    isChained ||
    call.arguments.some(({ text: given }) => /^(It|Arg|Match)\s*\.|^A\s*<.*>\s*\./s.test(given)) ||
    call.within.some((one) => /^(Setup\w*|Verify\w*|CallTo|When|Expect)$/.test(one.call)) ||
    /\.\s*(Received|DidNotReceive)\w*\s*(<[^<>]*>)?\s*\([^()]*\)$/.test(call.receiver)
  );
}

/** The mock takes any context where it took any two values. Empty where it was told which. */
export function anyContext(call: Invocation, { csharp }: Facts): readonly Change[] {
  const [wildcard, ...others] = call.arguments.map(({ text }) => anyOf(text));
  if (call.isOpaque || !wildcard || others.some((one) => one !== wildcard)) return [];
  const type = csharp.nameFor(contextType, call);
  const span = { start: call.argumentList.start + 1, end: call.argumentList.end - 1 };
  return [...type.changes, replace({ path: call.path, span }, wildcard.replace('T', type.text))];
}

const wildcards = ['It.IsAny<T>()', 'Arg.Any<T>()', 'A<T>._', 'A<T>.Ignored'];
const anyOf = (text: string) =>
  wildcards.find((wildcard) => text.replace(/\s|<.*>/gs, '') === wildcard.replace('<T>', ''));
