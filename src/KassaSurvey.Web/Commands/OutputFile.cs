namespace KassaSurvey.Web.Commands;

/// <summary>A file that a verb writes.</summary>
internal static class OutputFile
{
    /// <summary>Writes beside the file and moves it into place: a run that is stopped half-way leaves the old file whole.</summary>
    public static async Task ReplaceAsync(string path, Func<Stream, Task> write)
    {
        var part = path + ".part";
        try
        {
            await using (var output = new FileStream(part, FileMode.Create, FileAccess.Write))
            {
                await write(output);
            }

            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
