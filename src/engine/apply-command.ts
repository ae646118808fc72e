/**
 * What a person types where their solution stands. A root folder of the archive is in the patch's paths but is usually not in
 * the repository, so `git apply` is told to leave it out. CRLF files would each bring a warning about white space.
 */
export const applyCommand = (root: string, file: string) =>
  `git apply ${root === '' ? '' : '-p2 '}--whitespace=nowarn ${/^[\w./\\:-]+$/.test(file) ? file : `"${file}"`}`;
