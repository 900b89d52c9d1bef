using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sending;

/// <summary>Sets the fund's own words of a message, or goes back to the built-in ones.</summary>
public sealed class WriteTemplate(IKassaDatabase database)
{
    /// <param name="Wave">The wave.</param>
    /// <param name="Step">The step.</param>
    /// <param name="Channel">The way.</param>
    /// <param name="Language">The language.</param>
    /// <param name="Subject">The subject.</param>
    /// <param name="Body">The text; empty, with an empty subject, for the built-in words.</param>
    public sealed record Command(WaveId Wave, int Step, ContactChannels Channel, string Language, string Subject, string Body);

    public async Task<Result> ExecuteAsync(Viewer viewer, Command command, CancellationToken cancellationToken)
    {
        if (!viewer.MayRunSurveys)
        {
            return AccessErrors.NotAllowed;
        }

        await using var db = database.For(viewer);
        if (!Languages.IsKnown(command.Language)
            || await db.Waves.AsNoTracking().SingleOrDefaultAsync(row => row.Id == command.Wave, cancellationToken) is not { } wave)
        {
            return SendingErrors.WaveNotFound;
        }

        var template = await db.MessageTemplates.SingleOrDefaultAsync(
            row => row.WaveId == wave.Id && row.Step == command.Step && row.Channel == command.Channel && row.Language == command.Language, cancellationToken);
        if (command is { Subject: "", Body: "" })
        {
            if (template is not null)
            {
                db.MessageTemplates.Remove(template);
            }
        }
        else
        {
            if (template is null)
            {
                template = MessageTemplate.Create(wave.FundId, wave.Id, command.Step, command.Channel, command.Language);
                db.MessageTemplates.Add(template);
            }

            if (template.Write(command.Subject, command.Body) is { IsSuccess: false } refused)
            {
                return refused;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return Result.Done;
    }
}
