export default {
  filter: 'number, name, person', print: 'Print', register: 'Tracking register', activity: 'Activity', last_on: 'last review {date}', every: 'every {n|month|months}', no_due: 'not started', suspended: 'suspended', listed: 'listed',
  reminder_1: 'Reminder 1', reminder_2: '2', reminder_3: '3', remind: 'Remind…', remind_n: 'Reminder {n}', contact: 'Record a contact…',
  all: 'All', pressing: 'Overdue and near', tab_suspended: 'Suspended', tab_listed: 'Listed', tab_events: 'Changes, suspensions, ends', selected: 'Selected', none_selected: 'Move up and down to see one.',
  empty_all: 'None.', empty_pressing: 'No tracking review is overdue or near.', empty_suspended: 'Nothing is suspended.', empty_listed: 'No approved listed activity.', empty_events: 'No change, suspension or end on record since an approval.', see_all: 'See all', to_cases: 'See the cases',
  sorted: 'By due date; tracking never rolls over', reminders_about: 'only reminders since the last review count', since: 'Since the approval', since_none: 'No change, suspension or review on record.', under_review: 'under review', interim: 'interim measure of the chair, to be ratified',
  on: 'Date', kind: 'What', reason: 'Why',
  turn_suspended: 'Suspended', turn_resumed: 'Resumed', turn_terminated: 'Terminated', turn_completed: 'Completed', turn_archived: 'Archived', turn_reopened: 'Reopened', turn_registered: 'Registered', turn_risk_change: 'Change of risk', turn_incident: 'Incident', turn_foreign_approval: 'Foreign approval',
}
