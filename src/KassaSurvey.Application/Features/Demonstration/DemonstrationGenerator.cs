using System.Collections.Immutable;
using KassaSurvey.Domain.Responding;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.Statistics.Random;

namespace KassaSurvey.Application.Features.Demonstration;

/// <summary>Makes up the respondents of one wave so that each rating has exactly the mean asked for. Same seed, same answers.</summary>
internal sealed class DemonstrationGenerator(Questionnaire questionnaire, ulong seed)
{
    private static readonly string[] Ages = ["18-34", "35-49", "50-67"];
    private static readonly string[] Regions = ["Uusimaa", "Länsi-Suomi", "Etelä-Suomi", "Pohjois-Suomi"];
    private static readonly string[] Benefits = ["Työttömyys", "Lomautus", "Osa-aikatyö"];
    private static readonly string[] SpokenLanguages = ["fi", "sv", "en"];

    private readonly SeededGenerator _random = new(seed);

    /// <summary>Makes the respondents.</summary>
    /// <param name="count">How many.</param>
    /// <param name="contactShare">Share who contacted the fund.</param>
    /// <param name="means">The mean of each rating by code.</param>
    public DemonstrationRespondent[] Generate(int count, double contactShare, IReadOnlyDictionary<string, double> means)
    {
        var respondents = new DemonstrationRespondent[count];
        for (var i = 0; i < count; i++)
        {
            respondents[i] = Person();
        }

        AskRouting(respondents, (int)Math.Round(contactShare * count));
        foreach (var question in questionnaire.Questions.Where(question => question.IsRating))
        {
            Rate(question, Asked(question, respondents), means[question.Code]);
        }

        foreach (var question in questionnaire.Questions.Where(question => !question.IsRating && question.Code is not ("MATTER" or "CHANNELS")))
        {
            foreach (var respondent in Asked(question, respondents))
            {
                if (Choose(question) is { } answer)
                {
                    respondent.Answers[question.Code] = answer;
                }
            }
        }

        return respondents;
    }

    /// <summary>Makes people who have not been asked anything.</summary>
    public DemonstrationRespondent[] People(int count) => [.. Enumerable.Range(0, count).Select(_ => Person())];

    private DemonstrationRespondent Person()
    {
        var age = Pick([0.18, 0.38, 0.44]);
        return new()
        {
            Language = SpokenLanguages[Pick([0.90, 0.06, 0.04])],
            Contentment = _random.NextNormal() + (0.2 * (age - 1)),
            Segments = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["age"] = Ages[age],
                ["region"] = Regions[Pick([0.46, 0.27, 0.14, 0.13])],
                ["benefit"] = Benefits[Pick([0.52, 0.36, 0.12])],
            },
        };
    }

    /// <summary>Everybody had a matter with the fund; exactly the given number were in contact.</summary>
    private void AskRouting(DemonstrationRespondent[] respondents, int inContact)
    {
        var matter = questionnaire.Find("MATTER")!;
        var channels = questionnaire.Find("CHANNELS")!;
        var order = Shuffled(respondents.Length);
        for (var i = 0; i < respondents.Length; i++)
        {
            var answers = respondents[order[i]].Answers;
            answers["MATTER"] = AnswerValue.Of(matter.Option(Pick([0.86, 0.06, 0.08]) switch { 0 => "BENEFIT", 1 => "MEMBER", _ => "ADVICE" })!.Number);
            answers["CHANNELS"] = AnswerValue.OfChoices(i < inContact ? Channels(channels) : [channels.Option("NONE")!.Number]);
        }
    }

    private List<int> Channels(Question channels)
    {
        var chosen = new List<int>();
        var byPhone = _random.NextDouble() < 0.66;
        if (byPhone)
        {
            chosen.Add(channels.Option("PHONE")!.Number);
        }

        if (!byPhone || _random.NextDouble() < 0.35)
        {
            chosen.Add(channels.Option(Pick([0.62, 0.24, 0.14]) switch { 0 => "MESSAGE", 1 => "EMAIL", _ => "CHAT" })!.Number);
        }

        return chosen;
    }

    private List<DemonstrationRespondent> Asked(Question question, IEnumerable<DemonstrationRespondent> respondents) =>
        [.. respondents.Where(respondent => questionnaire.IsShown(question, respondent.Answers))];

    private void Rate(Question question, List<DemonstrationRespondent> asked, double mean)
    {
        var scale = question.Scale!.Value;
        var spread = scale.Width / 6.0;
        var rated = new List<(DemonstrationRespondent Respondent, int Value)>();
        foreach (var respondent in asked)
        {
            // The overall grade is answered by all, as published; other ratings miss a few.
            var missing = question.Code == Survey.OverallCode ? 1 : _random.NextDouble();
            if (missing < 0.01)
            {
                respondent.Answers[question.Code] = AnswerValue.LeftEmpty;
            }
            else if (missing < 0.05 && question.AllowsCantSay)
            {
                respondent.Answers[question.Code] = AnswerValue.CantSay;
            }
            else
            {
                var value = mean + (spread * ((0.62 * respondent.Contentment) + (0.72 * _random.NextNormal())));
                rated.Add((respondent, Math.Clamp((int)Math.Round(value), scale.Minimum, scale.Maximum)));
            }
        }

        MoveToMean(rated, scale, mean);
        foreach (var (respondent, value) in rated)
        {
            respondent.Answers[question.Code] = AnswerValue.Of(value);
        }
    }

    /// <summary>Moves single answers by one step until the sum is that of the mean.</summary>
    private void MoveToMean(List<(DemonstrationRespondent Respondent, int Value)> rated, AnswerScale scale, double mean)
    {
        var missing = (int)Math.Round(mean * rated.Count) - rated.Sum(rating => rating.Value);
        while (missing != 0 && rated.Count > 0)
        {
            var step = Math.Sign(missing);
            var at = _random.NextInt(rated.Count);
            if (scale.Contains(rated[at].Value + step))
            {
                rated[at] = (rated[at].Respondent, rated[at].Value + step);
                missing -= step;
            }
        }
    }

    private AnswerValue Choice(Question question, double[] shares)
    {
        var option = question.Options[Pick(shares)];
        return option.IsCantSay ? AnswerValue.CantSay : AnswerValue.Of(option.Number);
    }

    private AnswerValue? Choose(Question question) => question.Code switch
    {
        "PHO_SOLVED" => Choice(question, [0.71, 0.17, 0.07, 0.05]),
        "PHO_TRANSFER" => Choice(question, [0.84, 0.10, 0.02, 0.04]),
        "DEV_AREA" => AnswerValue.OfChoices(WhatToDevelop(question)),
        "BG_STATUS" => Choice(question, [0.38, 0.21, 0.14, 0.16, 0.07, 0.04]),
        _ => null,
    };

    private IEnumerable<int> WhatToDevelop(Question question)
    {
        string[] codes = ["PHONE", "HANDLING", "INFO", "DIGITAL", "STAFF", "MESSAGE", "NOTHING"];
        double[] shares = [0.29, 0.21, 0.11, 0.10, 0.03, 0.05, 0.21];
        var first = codes[Pick(shares)];
        if (first == "NOTHING" || _random.NextDouble() < 0.6)
        {
            return [question.Option(first)!.Number];
        }

        var second = codes[Pick(shares.AsSpan(0, 6))];
        return ImmutableHashSet.Create(question.Option(first)!.Number, question.Option(second)!.Number);
    }

    /// <summary>An index with these probabilities; what they lack to 1 falls to the last.</summary>
    private int Pick(ReadOnlySpan<double> probabilities)
    {
        var draw = _random.NextDouble();
        for (var i = 0; i < probabilities.Length; i++)
        {
            draw -= probabilities[i];
            if (draw < 0)
            {
                return i;
            }
        }

        return probabilities.Length - 1;
    }

    private int[] Shuffled(int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (var i = count - 1; i > 0; i--)
        {
            var other = _random.NextInt(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }
}
