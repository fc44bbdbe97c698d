/** Why a file of the user could not be read, in words. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder, not a file',
  EACCES: 'the file may not be read',
  ELOOP: 'this is a link that leads back to itself',
  EDANGLING: 'this is a link to a file that does not exist',
  ENOTFILE: 'this is a pipe or a device, not a file',
  EFBIG: 'the file is too large',
}

/** `code`: Node's, or ENOTFILE and EFBIG for what is no regular file or too large. */
export function reasonOf(code: string): string {
  return REASONS[code] ?? `the file cannot be read (${code})`
}
