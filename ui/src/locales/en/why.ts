export default {
  title: 'Count a date', line: 'Counted as the law counts; it belongs to no case and is not recorded.', start: 'From', limit: 'How long', unit: 'Unit', unit_working_days: 'working days', unit_days: 'days', unit_months: 'months', unit_hours: 'hours', roll: 'rolls over a day off', result: 'Result', fill_first: 'Give a start and a limit first.', copied: 'The sum is copied.',
  usual: 'Usual: ', usual_completeness: '5 working days from receipt', usual_decision: '30 days from acceptance', usual_appeal: '3 working days from service', usual_redecision: '7 working days from appeal', usual_registration: '30 days to register', usual_emergency: '72 hours',
}
