export default {
  due: 'Due', what: 'Duty', cites: 'Article', act: 'Next', no_date: 'no date', see: 'See: {place}', nothing_to_do: 'nothing to do',
  note_overdue: 'stays until it is done', note_today: '', note_risk: 'due within 7 days, or a condition missing', note_waiting: 'their time, not the committee’s delay', none_overdue: 'Nothing overdue', first_of: 'the first {n} of {total}; all in the register',
  day_sheet: 'Day sheet', print_day_sheet: 'Print day sheet', new_case: 'New application', to_cases: 'See cases', contact: 'Record a contact', empty_why: 'A duty appears here seven days before it is due.',
  aside: 'This week', meeting: 'Meeting this week', meeting_no: 'Meeting {no}', items: '{n|item|items}', item_lamp: 'Item {n}, {word}', precheck: 'Pre-check', sign_in: 'Print sign-in sheet', no_meeting: 'No meeting within 7 days.', to_meetings: 'See meetings',
  transit: 'Papers in transit', papers: '{n}', no_transit: 'No papers in transit.', step_print: 'print', step_sign: 'sign', step_seal: 'seal', step_scan: 'scan', step_serve: 'serve',
  backup: 'Backup', committee: 'Committee',
}
