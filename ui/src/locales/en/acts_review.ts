export default {
  now_due: 'Due now: {date}.', extend_ground: 'Ground', extend_facts: 'Facts', extend_facts_about: 'printed in the notice', new_due: 'New date', new_due_hint: 'A concrete date is required (Art. 16).', approved_by: 'Approved by',
  extend_gate: 'Extend {number} to {date}', extend_about: 'The notice is drafted at once, then issued and served. The new date never moves earlier.',
  designate_lead: 'The chair designates two or more members (Art. 20). The slip is drafted for the chair’s signature.', reviewers: 'Reviewers', designated_by: 'Designated by',
  answered: '{name}, {date}: {view}', reviewer: 'Reviewer', view: 'Opinion', doubt: 'Has a doubt about the content', asks_meeting: 'Asks for a meeting', will_convert: 'Recording this converts the case to the general procedure.', will_convert_why: 'Anything but a clear agreement goes to a meeting (Art. 20); the acceptance date stays.', opinion: 'Text',
  convert_lead: 'A meeting then deliberates and votes; the acceptance date stays.', because: 'Why',
  conclude_lead: 'All designated reviewers agree; the decision rests on that (Art. 20).', reasons: 'Reasons', four_contents: 'execution, risk control, changes of risk, other matters', tracking_months: 'Tracking interval', months: 'months', tracking_hint: 'Left empty: the longest interval allowed.', decided_on: 'Decided on', last_opinion_day: 'Left empty: the day of the last opinion.',
  conclude_gate: 'Decide {number}', decide_about: 'The letter is then drafted, issued and served. A decision cannot be taken back; a mistake means voiding the letter, or deciding anew.',
  meeting: 'Which meeting', meeting_no: 'Meeting {no}', items: '{n|item|items} so far', minutes: 'Time for it', minute_unit: 'minutes', no_meeting: 'No meeting is being planned.', no_meeting_why: 'Plan one first.', plan_meeting: 'Plan a meeting…',
  send_lead: 'The unit sends it (Art. 22). Their 30 days run from their receipt and are not ours.', authority: 'Authority', implementer: 'Service centre', implementer_hint: 'Only when one is known to carry it out (Art. 11).', panel: 'Experts known', sent_on: 'Sent on',
  their_30: 'Their 30 days run from the day after.', their_receipt: 'Their day of receipt',
  rereview_opinion: 'Opinion', document_number: 'Document number', opinion_text: 'Text', opinion_received: 'Received on', opinion_file: 'Original',
  opinion_was: 'Opinion: {opinion}, {number}, {date}.', decision: 'Decision', suggestions: 'Suggestions', ratified_at: 'Ratified at', no_item: 'not at a meeting', item_of: 'Meeting {no}, item {order}, {date}, {outcome}', after_gate: 'Decide {number}: {kind}',
}
