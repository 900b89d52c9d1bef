using KassaSurvey.Application.Features.Members;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Infrastructure;

namespace KassaSurvey.Web;

/// <summary>A member file as CSV, whether it came so or as a workbook.</summary>
public static class MemberFileContent
{
    /// <summary>The content itself when it is CSV; a temporary file, which the caller closes, when it was a workbook.</summary>
    public static async Task<Result<Stream>> OpenAsync(Stream content, IMemberWorkbook workbook, CancellationToken cancellationToken)
    {
        if (!await workbook.IsWorkbookAsync(content, cancellationToken))
        {
            return Result.Of(content);
        }

        var csv = TemporaryFile.Create();
        try
        {
            var written = await workbook.WriteCsvAsync(content, csv, cancellationToken);
            if (written.IsSuccess)
            {
                csv.Position = 0;
                return Result.Of<Stream>(csv);
            }

            await csv.DisposeAsync();
            return Result<Stream>.Failed(written.Errors);
        }
        catch
        {
            await csv.DisposeAsync();
            throw;
        }
    }
}
