//! 一次会议: the same page as under 会议 with the meeting's id, for links that name a meeting.

export { default } from '../meetings'
