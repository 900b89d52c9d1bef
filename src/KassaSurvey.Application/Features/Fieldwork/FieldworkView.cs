using System.Collections.Immutable;
using KassaSurvey.Domain.Fieldwork;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;

namespace KassaSurvey.Application.Features.Fieldwork;

/// <summary>Where the field work of a wave stands.</summary>
public sealed record FieldworkView
{
    /// <summary>The wave.</summary>
    public required WaveId WaveId { get; init; }

    /// <summary>Its year.</summary>
    public required int Year { get; init; }

    /// <summary>Open or closed.</summary>
    public required WaveStatus Status { get; init; }

    /// <summary>The day it was read.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>First day of answering.</summary>
    public required DateOnly? OpensOn { get; init; }

    /// <summary>Last day of answering.</summary>
    public required DateOnly? ClosesOn { get; init; }

    /// <summary>Members invited.</summary>
    public required long Invited { get; init; }

    /// <summary>Of these, members to whom a message went out, who were called, or who have reacted.</summary>
    public required long Reached { get; init; }

    /// <summary>Members who have begun and not finished.</summary>
    public required long Started { get; init; }

    /// <summary>Answers handed in.</summary>
    public required long Finished { get; init; }

    /// <summary>Members who do not want to take part.</summary>
    public required long OptedOut { get; init; }

    /// <summary>Members from whom a message came back.</summary>
    public required long Bounced { get; init; }

    /// <summary>Messages by the way they go.</summary>
    public required ImmutableArray<FieldworkChannel> Channels { get; init; }

    /// <summary>True while no message goes out; null when none has been released yet.</summary>
    public required bool? IsPaused { get; init; }

    /// <summary>By sampling stratum; one without a name when there are none.</summary>
    public required ImmutableArray<FieldworkPart> Strata { get; init; }

    /// <summary>By the way of the first message that arrived; the names are those of <see cref="ContactChannels"/>.</summary>
    public required ImmutableArray<FieldworkPart> Ways { get; init; }

    /// <summary>By the member's language.</summary>
    public required ImmutableArray<FieldworkPart> Languages { get; init; }

    /// <summary>Answers by day, oldest first.</summary>
    public required ImmutableArray<FieldworkDay> Days { get; init; }

    /// <summary>How many answers are expected at the end; null when nothing can be said.</summary>
    public required AnswerForecast? Forecast { get; init; }

    /// <summary>A number of members as a share of those invited, 0-1; NaN when nobody was.</summary>
    public double ShareOfInvited(long members) => Invited == 0 ? double.NaN : (double)members / Invited;
}

/// <summary>A part of those invited.</summary>
/// <param name="Name">The stratum or language.</param>
/// <param name="Invited">Members invited.</param>
/// <param name="Finished">Of these, members who have finished.</param>
public sealed record FieldworkPart(string Name, long Invited, long Finished)
{
    /// <summary>Share of those invited who have finished, 0-1.</summary>
    public double Rate => Invited == 0 ? 0 : (double)Finished / Invited;
}

/// <summary>What became of the messages that went one way.</summary>
/// <param name="Channel">The way.</param>
/// <param name="Sent">Messages handed over, whatever came of them.</param>
/// <param name="Delivered">Of these, messages reported as delivered.</param>
/// <param name="BouncedPermanently">Of these, messages to an address that does not exist.</param>
/// <param name="BouncedTemporarily">Of these, messages reported as delayed.</param>
/// <param name="OptedOut">Of these, messages to which the member said "no more messages".</param>
/// <param name="Failed">Messages given up.</param>
/// <param name="Planned">Messages that still wait.</param>
public sealed record FieldworkChannel(
    ContactChannels Channel, long Sent, long Delivered, long BouncedPermanently, long BouncedTemporarily, long OptedOut, long Failed, long Planned);

/// <summary>A day of answering.</summary>
/// <param name="Day">The day; null for answers whose day is not known.</param>
/// <param name="Answers">Answers handed in.</param>
public sealed record FieldworkDay(DateOnly? Day, long Answers);
