import Diagnostics
import Facts
import Model

/// Whether what the agenda states of the meeting's course can be true, beside what else there is.
struct CourseRules {
    let meeting: Meeting
    let today: Day

    var findings: [Diagnostic] {
        guard let status = meeting.status else { return [] }
        let stage = meeting.course.stage
        if stage.isCalledOff, let minutes = meeting.minutes {
            return [Diagnostic(RuleProblem.minutesOfMeetingCalledOff(status), at: minutes.location)]
        }
        guard stage == .held || stage == .inquorate, meeting.course.isStated, meeting.date > today else { return [] }
        return [Diagnostic(RuleProblem.statusBeforeMeeting(status, on: meeting.date), at: meeting.location)]
    }
}
