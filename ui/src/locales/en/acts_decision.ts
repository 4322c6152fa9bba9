export default {
  write_lead: 'Decision: {kind}, {date}. Kind and date come from the vote or the concurring opinions; only the words are written here.', reasons: 'Reasons', suggestions: 'Suggestions', conditions: 'Conditions', tracking_months: 'Tracking interval', months: 'months', resubmit_by: 'Resubmit by',
  verified: 'Finding on each point', verifier: 'Verified by',
  appeal_until: 'Last day of appeal {date}.', grounds: 'Grounds', appeal_received: 'Received on', written: 'In writing', by_post: 'By post', postmark: 'Postmark', admit: 'Admit the appeal', admitted: 'Admit', not_admitted: 'Do not admit', refusal: 'Why not',
  sufficient: 'Are the reasons sufficient', sufficient_yes: 'Sufficient', sufficient_yes_about: 'a new decision within 7 working days (Art. 16)', sufficient_no: 'Not sufficient', sufficient_no_about: 'the decision stands; the applicant is told', finding: 'Finding',
  conclude_gate: 'Conclude the appeal on {number}', conclude_yes: 'A new round begins at once; a new decision is due within 7 working days.', conclude_no: 'The decision stands; the reply is drafted at once, then issued and served.',
  resubmit_lead: 'Write how the applicant answers each suggestion. A new round begins with its own clocks.', medium: 'How it came', by_mail: 'e-mail', on_site: 'in person', by_letter: 'by post', resubmitted_on: 'Received on', time: 'Time',
}
