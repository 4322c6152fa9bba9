export default {
  number: 'Number', title: 'Activity', leader: 'Leader, unit', procedure: 'Procedure', listed: 'List', stage: 'Stage', clock: 'Clock', due: 'Due', left: 'Left', next: 'Next',
  filter: 'number, name, person, pinyin', of: 'of {all}, ', hits: '{n|match|matches}', clear: 'Clear', excel: 'Export to Excel', print: 'Print the register', register: 'Register of cases',
  none: 'No cases yet.', none_why: 'Take in the first application.', no_match: 'No match for “{text}”.', only_looked: 'Only “{view}” was searched, {n}; {outside} elsewhere.', view_empty: 'No case in this view.', to_open: 'See open cases',
  sorted: 'By time left; overdue always first.', sorted_by: 'By {column}.', portion: ' {n} of {all} read; scroll for more.', outside: '{n} other cases match “{text}”', bring: 'Bring them in', now: 'Now: ', open: 'Open the case',
}
