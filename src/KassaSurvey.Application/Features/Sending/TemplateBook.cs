using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Members;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Sending;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Application.Features.Sending;

/// <summary>The words of every message of a wave: the fund's own, else the built-in ones.</summary>
internal sealed class TemplateBook(IReadOnlyList<MessageTemplate> own)
{
    public static async Task<TemplateBook> LoadAsync(KassaDbContext db, WaveId wave, CancellationToken cancellationToken) =>
        new(await db.MessageTemplates.AsNoTracking().Where(row => row.WaveId == wave).ToListAsync(cancellationToken));

    public MessageWords Find(int step, ContactChannels channel, string language) =>
        own.FirstOrDefault(row => row.Step == step && row.Channel == channel && row.Language == language) is { } template
            ? new(template.Subject, template.Body, IsOwn: true)
            : BuiltInMessages.Of(step, channel, language);
}
