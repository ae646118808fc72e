/** Tests of a plain script: what holds, what doesn't, and what this machine has no means to try. */
export function tally() {
  let [passed, failed] = [0, 0];
  return {
    test(name, body) {
      try {
        body();
        passed++;
        console.log(`ok      ${name}`);
      } catch (error) {
        failed++;
        console.log(`NOT OK  ${name}\n     ${error.message.replaceAll('\n', '\n     ')}`);
      }
    },
    skip: (why) => console.log(`skipped ${why}`),
    /** The last line is what `test-dotnet.mjs` adds up. */
    end() {
      console.log(`${passed} passed, ${failed} failed`);
      process.exitCode = failed > 0 ? 1 : 0;
    },
  };
}
