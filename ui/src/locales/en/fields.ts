export default {
  day: 'Date',
  add: 'Add another',
  remove: 'Remove number {n}',
  yes: 'Yes',
  no: 'No',
  on_file: 'Original on file',
  other_file: 'Another file',
}
