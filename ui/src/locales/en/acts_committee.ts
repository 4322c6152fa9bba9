// Forms of the committee: people, rules, calendars, images.
export default {
  name: 'Name', sex: 'Sex', unit: 'Unit and department', title: 'Title', 
  from: 'First day in office', identity: 'Identity number', phone: 'Mobile', email: 'E-mail', note: 'Remark',
  end_resigned: 'resigned', end_dismissed: 'dismissed', end_suspended: 'suspended', end_other: 'other', 
  end_gate: 'End the term of {name}', end_about: 'No longer a member from {date}. Meetings attended and votes cast before stay. To return takes a new appointment.',
  which: 'Which one', undertaking_confidentiality: 'Confidentiality undertaking', undertaking_interest: 'Declaration of interests', signed: 'Signed on', scan: 'Scan',
  with: 'With whom', relation: 'Relation', interest_until: 'Until', 
  register_number: 'Number on the platform', 
  notice_year: 'Year', notice: 'Number of the notice', issued: 'Issued on', source: 'Source', notice_text: 'Text of the notice', notice_hint: 'Paste the whole text from the State Council website, or CSV: date, off or work, name.', calendar_lead: 'Open dates are counted anew at once; dates already notified never move earlier.',
  image_which: 'Which', image_seal: 'Seal of the committee', image_signature: 'Signature of the chair', image_file: 'Picture', image_hint: 'PNG with a transparent background, scanned at real size.', image_mm: 'Diameter of the seal', image_lead: 'The picture appears at the foot of letters only and lies in the encrypted file.', image_off: 'Use no picture', image_file_needed: 'picture',
  committee_name: 'Name of the committee', unit_name: 'Full name of the unit', credit_code: 'Credit code', unit_kind: 'Kind of unit', affiliation: 'Belongs to', province: 'Province', autonomous: 'In an autonomous area', authority: 'Competent authority', founded: 'Founded on', founding_document: 'Founding document', letter_prefix: 'Letter prefix', letter_hint: 'As in 江大智伦〔2026〕12号', case_prefix: 'Case prefix', case_hint: 'As in JZU-AI-2026-0001', secretary: 'Secretary', address: 'Postal address', office: 'Office', budget: 'Budget', change_reason: 'Why it is changed',
  change_lead: 'New letters use it from today; issued ones stay as they are.',
  overlay_lead: 'Local rules may only be stricter than the Measures. Numbers they set say which rules they are from.', overlay: 'Apply', overlay_none: 'None, the Measures only', overlay_sichuan: 'Sichuan (an example; check it against the text)', limit_lead: 'Only stricter; what loosens is refused with its article. Limits of its own the committee sets freely.', limit_key: 'Parameter', limit_value: 'To', limit_back: 'Back to the number of the Measures or of the province',
}
