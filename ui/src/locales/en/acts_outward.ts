export default {
  complaint_lead: 'Those concerned neither handle nor see it (Art. 31).', about: 'The complaint', channel: 'Channel', channel_phone: 'telephone', channel_letter: 'letter', channel_mail: 'e-mail', channel_visit: 'visit', channel_platform: 'platform',
  received_on: 'Received on', from: 'From', anonymous: 'anonymous', case: 'Case concerned', case_hint: 'Leave empty if none.', no_case: 'Not this one', concerned: 'Members concerned', concerned_about: 'they may not handle it', others: 'Others concerned', others_hint: 'Several names with commas.', handler: 'Handled by',
  result: 'Inquiry and result', concluded_on: 'Concluded on', referred_to: 'Referred to', referred_hint: 'The department, if it was passed on.', reply: 'Reply to the complainant', replied: 'replied', not_replied: 'no reply', replied_on: 'Replied on',
  consult_lead: 'Answered questions count in the annual report (Ethics Measures Art. 5).', asked_by: 'Asked by', question: 'Question', answer: 'Answer', scope: 'The activity asked about', scope_none: 'not determined',
  submit_lead: 'The work report and the report on listed activities are handed in together, as they were fixed.', submit_year: 'Year',
  violation_lead: 'Liability is established by the unit and the authorities; here the facts and the outcome are kept, for the annual report.', violation_kind: 'Kind', violation_facts: 'Facts', violation_persons: 'Persons or units concerned', violation_found_by: 'How it was found', violation_on: 'Found on', violation_outcome: 'What became of it', violation_referred: 'Referred to',
}
