package org.hejie.matter;

/**
 * What may be done to a matter. Who may do it, from where, and which clocks it starts or stops is
 * said by the procedure ({@code procedures/*.yaml}).
 *
 * <p>Source: the moves of domain.md §5.2.
 */
public enum MatterAction {

    /** 受理: take the matter. */
    ACCEPT,
    /** 不予受理: decline, with a legal reason and a printed notice. */
    DECLINE,
    /** 引导: show the party the statutory route, with reason and basis. */
    GUIDE,
    /** 分流: dispatch to one lead unit and any number of co-handlers. */
    DISPATCH,
    /** 签收: the lead unit signs for the matter. */
    SIGN,
    /** 退回: the unit sends it back to the dispatcher, with a listed reason. */
    RETURN,
    /** 裁定: the director settles who handles a matter returned twice. */
    ADJUDICATE,
    /** 转办: the dispatcher moves it to another lead unit. */
    TRANSFER,
    /** 申请延期: the unit asks for more time. */
    REQUEST_EXTENSION,
    /** 审批延期: another person grants or refuses the time asked for. */
    DECIDE_EXTENSION,
    /** 挂起: the unit waits for something outside. */
    SUSPEND,
    /** 恢复: what was waited for has come. */
    RESUME,
    /** 升级: up one level, grid, village, town, county. */
    ESCALATE,
    /** 提交结果: the unit answers. */
    SUBMIT_RESULT,
    /** 核查通过: a person other than the handler closes the matter. */
    CHECK_PASS,
    /** 核查不通过: back to the unit. */
    CHECK_FAIL,
    /** 回访: a follow-up visit after closing. */
    VISIT,
    /** 评价: the party evaluates the handling. */
    EVALUATE,
    /** 重开: the same matter, opened again. */
    REOPEN,
    /** 归档: the complete file becomes read-only. */
    ARCHIVE,
    /** 撤回: the party withdraws, or a wrong entry is withdrawn with a reason. */
    WITHDRAW,
    /** 转出: hand over to an organ outside the centre. */
    TRANSFER_OUT,
    /** 自动签收: signed for by the system when the signing limit has run out. */
    AUTO_SIGN,
    /** 记事: a supplementary note; the status stays. */
    NOTE,
    /** 补充材料: a paper or photo is added; the status stays. */
    ADD_MATERIAL,
    /** 登记履行: the agreement has been performed; the status stays. */
    RECORD_PERFORMANCE,
    /** 关联: linked to another matter, in whatever status; no move of a procedure. */
    LINK,
    /** 取消关联: a link is taken back; no move of a procedure. */
    UNLINK,
    /** 并案: merged as a duplicate into its master; no move of a procedure. */
    MERGE,
    /** 撤销并案: un-merged; stands again where it stood. */
    UNMERGE,
    /** 归入串案: joined a series; no move of a procedure. */
    JOIN_SERIES,
    /** 移出串案: left a series; no move of a procedure. */
    LEAVE_SERIES,
    /** 督办: a supervision card is issued to a unit; no move of a procedure, as all below. */
    ISSUE_CARD,
    /** 签收督办: the unit acknowledges it and names who is responsible. */
    ACKNOWLEDGE_CARD,
    /** 回复督办: the unit answers it. */
    REPLY_TO_CARD,
    /** 督办销号: the answer is accepted. */
    ACCEPT_REPLY,
    /** 退回督办回复: the answer does not do. */
    SEND_BACK_REPLY,
    /** 撤销督办: the card is recalled with a reason. */
    RECALL_CARD,
    /** 抽查: what was declined or guided is looked at by another. */
    CHECK_REFUSAL,
    /** 列为红色风险: at once, by one person; no move of a procedure, as all below. */
    RAISE_RISK,
    /** 研判为非红色: somebody has looked, and it is not at red risk. */
    CLEAR_RISK,
    /** 申请解除红色风险. */
    ASK_TO_LOWER_RISK,
    /** 解除红色风险: granted by another than asked. */
    LOWER_RISK,
    /** 不同意解除红色风险. */
    KEEP_RISK,
    /** 吹哨: units are called to a joint session. */
    CALL_UNITS,
    /** 取消会商: the session will not be held. */
    CANCEL_SESSION,
    /** 应哨: a called unit says whether it comes. */
    ANSWER_CALL,
    /** 报到: who came, or that nobody did. */
    RECORD_ATTENDANCE,
    /** 会商意见: what a unit said. */
    RECORD_OPINION,
    /** 会商纪要: signed and from then on only added to. */
    SIGN_MINUTES,
    /** 交办任务: to one unit, by a date. */
    ASSIGN_TASK,
    /** 任务完成或退回: said by the unit. */
    ANSWER_TASK,
    /** 晨会决定. */
    DECIDE_AT_MEETING,
    /** 立卷归档: the papers were bound and filed; the event holds the hash of the volume. */
    FILE_DOSSIER,
    /** 借阅卷宗. */
    BORROW_DOSSIER,
    /** 归还卷宗. */
    RETURN_DOSSIER,
    /** 启动调解: a mediation begins beside the matter; no move of a procedure, as all below. */
    OPEN_MEDIATION,
    /** 指派调解员. */
    ASSIGN_MEDIATOR,
    /** 回避: a mediator keeps away from the matter. */
    RECUSE_MEDIATOR,
    /** 调解意愿: what a party says about being mediated. */
    RECORD_CONSENT,
    /** 约定调解: a session is planned or cancelled. */
    PLAN_MEDIATION,
    /** 调解记录: read back, with the result. */
    KEEP_MEDIATION_RECORD,
    /** 拟定协议: drawn up under its number, or voided. */
    DRAW_AGREEMENT,
    /** 签订协议. */
    SIGN_AGREEMENT,
    /** 协议盖章: the committee's electronic seal, with the hashes of paper and seal. */
    SEAL_AGREEMENT,
    /** 履行登记: an obligation was kept, or not. */
    RECORD_OBLIGATION,
    /** 司法确认: asked for or answered. */
    CONFIRM_AGREEMENT,
    /** 调解结束 without an agreement. */
    END_MEDIATION,
    /** 欠薪登记: a wage claim is opened or changed, workers are added to it or withdrawn from it. */
    RECORD_WAGES,
    /** 核实工资. */
    VERIFY_WAGES,
    /** 工资追回: money has reached workers, or a payment recorded in error is taken back. */
    RECOVER_WAGES,
    /** 支持起诉线索: sent to the procuratorate. */
    SEND_WAGE_CLUE,
    /** 线索答复: the procuratorate takes it up or does not. */
    ANSWER_WAGE_CLUE,
    /** 对接收件: a partner's referral has joined the matter; no move of a procedure, as all below. */
    JOIN_REFERRAL,
    /** 核对对接件: of two contents that came under one number a person has taken one. */
    SETTLE_REFERRAL,
    /** 对接签收: signed for, by the centre or by the partner. */
    SIGN_REFERRAL,
    /** 对接延期, with both parties' consent. */
    EXTEND_REFERRAL,
    /** 对接答复. */
    ANSWER_REFERRAL,
    /** 对接退回: not taken. */
    DECLINE_REFERRAL,
    /** 移交对接单位: the centre sends it to a partner. */
    SEND_REFERRAL,
    /** 撤回对接. */
    WITHDRAW_REFERRAL,
    /** 程序转换: the partner took another way while the mediation ran; it has not failed. */
    CHANGE_PROCEDURE,
    /** 申报补贴: the subsidy for a mediation is claimed. */
    CLAIM_SUBSIDY,
    /** 审批补贴: a claim is passed or refused, or an objection to it answered. */
    DECIDE_SUBSIDY,
    /** 公示补贴. */
    PUBLISH_SUBSIDY,
    /** 补贴异议: somebody of the public objects. */
    OBJECT_TO_SUBSIDY,
    /** 支付补贴. */
    PAY_SUBSIDY
}
