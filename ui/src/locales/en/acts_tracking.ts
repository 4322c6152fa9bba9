export default {
  round_lead_tracking: 'The tracking report covers four matters (Ethics Measures Art. 19).', round_lead_amendment: 'Write what changed. A major change never goes by the simplified procedure; a listed activity goes to re-review again.', round_lead_renewed: 'Write why it is reviewed anew.', round_lead_initial: '', round_lead_resubmission: '', round_lead_appeal: '',
  content_1: 'Execution of the plan', content_2: 'Risk control', content_3: 'Changes of risk', content_4: 'Other matters', report_amendment: 'What changed', report_renewed: 'Why anew', report_tracking: 'Report', report_initial: '', report_resubmission: '', report_appeal: '', major: 'A major change (Ethics Measures Art. 20)', received_on: 'Received on',
  what: 'What happened', change_major: 'A major change of risk', incident: 'An ethics or safety incident', learnt_on: 'Learnt on',
  suspend_reason: 'Reason', conditions: 'Conditions and way of resumption', decided_at: 'Decided by which vote', interim: 'interim measure of the chair', interim_hint: 'To be ratified at the next meeting (Art. 17).', suspend_gate: 'Suspend {number}', suspend_about: 'The notice is drafted at once. The activity may not go on until it is resumed.',
  suspended_with: 'Suspended on {date}; conditions: {conditions}', how_met: 'How the conditions were met',
  terminate_reason: 'Reason', no_item: 'no vote', terminate_gate: 'Terminate {number}', terminate_about: 'The notice is drafted at once. It cannot be resumed; going on needs a new application.',
  complete_finding: 'Finding', final_report: 'Final report', no_report: 'not on file',
  archive_lead: 'Read-only afterwards; a reason reopens it.', shelf: 'Where it is kept', reopen_reason: 'Why it is reopened',
  listed_lead: 'A listed activity is registered on the national platform within 30 days of approval (Art. 30).', platform_number: 'Registration number', registered_on: 'Registered on',
  foreign_lead: 'International cooperation needs the partner country’s approval first (Ethics Measures Art. 12).', body: 'Body that approved', approval_number: 'Number', approved_on: 'Approved on', all_in: 'All foreign approvals are in',
  contacted: 'Whom', said: 'What was said', reminder: 'Reminder', reminder_0: 'not a reminder', reminder_1: 'first', reminder_2: 'second', reminder_3: 'third',
}
