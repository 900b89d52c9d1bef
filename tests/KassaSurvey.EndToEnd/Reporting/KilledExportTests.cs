using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using KassaSurvey.Application.Data;
using KassaSurvey.Application.Features.Waves;
using KassaSurvey.Domain.Exports;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Domain.Surveys;
using KassaSurvey.EndToEnd.Accessibility;
using KassaSurvey.EndToEnd.Harness;
using KassaSurvey.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace KassaSurvey.EndToEnd.Reporting;

/// <summary>
/// An analyst asks for the data package of a large wave; the real program is killed while it writes. Started again, it makes the file by itself,
/// whole.
/// </summary>
public sealed class KilledExportTests
{
    private const int Year = 2020;

    /// <summary>Large enough that writing takes seconds.</summary>
    private const int Times = 400;

    private const string MakeButton = ".ks-export-size + .ks-actions button";

    [BrowserFact]
    public async Task Server_KilledWhileItWritesAFile_MakesItWholeAfterItsRestart()
    {
        await using var app = await AppProcess.StartAsync();
        var rows = await EnlargeAsync(app);
        var browser = new Browser();
        await browser.InitializeAsync();
        await using var analyst = await browser.OpenAsync(Browser.Desktop, bypassPolicy: true);
        var page = await Site.SignInAsync(app, analyst, "Analyst");
        await Site.OpenAsync(app, page, $"/exports?what=answers&years={Year}&format=zip&segment=region", MakeButton);
        await Assertions.Expect(page.Locator(".ks-export-size")).ToContainTextAsync("410,000 rows");

        await page.Locator(MakeButton).ClickAsync();
        await WaitForPartsAsync(app, 3);
        await app.KillAsync();
        Assert.Equal(ExportState.Running, (await ExportAsync(app)).State);
        await app.RestartAsync();

        await page.GotoAsync(app.Address + "/exports");
        var take = page.Locator(".ks-export-take");
        await take.WaitForAsync(new() { Timeout = 180_000 });
        await PageCheck.AssertCleanAsync(page);
        var download = await page.RunAndWaitForDownloadAsync(() => take.ClickAsync());

        await AssertWholeAsync(await download.PathAsync(), rows);
        Assert.Equal(2, (await ExportAsync(app)).Attempts);
        await browser.DisposeAsync();
    }

    private static async Task AssertWholeAsync(string path, int rows)
    {
        using var zip = await ZipFile.OpenReadAsync(path);
        using var manifest = await JsonDocument.ParseAsync(await zip.GetEntry("manifest.json")!.OpenAsync());
        Assert.Equal(rows, manifest.RootElement.GetProperty("rows").GetInt32());
        foreach (var file in manifest.RootElement.GetProperty("files").EnumerateArray())
        {
            await using var content = await zip.GetEntry(file.GetProperty("name").GetString()!)!.OpenAsync();
            Assert.Equal(file.GetProperty("sha256").GetString(), Convert.ToHexStringLower(await SHA256.HashDataAsync(content)));
        }
    }

    private static async Task WaitForPartsAsync(AppProcess app, int parts)
    {
        await using var db = Open(app);
        while (await db.DataExportParts.CountAsync() < parts)
        {
            await Task.Delay(20);
        }
    }

    private static async Task<DataExport> ExportAsync(AppProcess app)
    {
        await using var db = Open(app);
        return await db.DataExports.AsNoTracking().SingleAsync();
    }

    /// <summary>A further sealed version of the year: everybody's answers many times over.</summary>
    private static async Task<int> EnlargeAsync(AppProcess app)
    {
        await using var db = Open(app);
        var wave = await db.Waves.SingleAsync(row => row.Year == new ReportingYear(Year));
        var columns = await db.SealedColumns.AsNoTracking().Where(column => column.WaveId == wave.Id && column.Version == 1).ToListAsync();
        var count = await db.SealedWaves.Where(seal => seal.WaveId == wave.Id).Select(seal => seal.Responses).SingleAsync();
        List<SealedColumn> written =
        [
            .. columns.Select(column => new SealedColumn(
                wave.Id, 2, column.Kind, column.Code, [.. Enumerable.Repeat(column.Content, Times).SelectMany(content => content)], column.Categories)),
        ];
        db.SealedWaves.Add(SealedWave.Create(wave, 2, count * Times, SealedForm.Hash(written), new(2020, 12, 31), "many"));
        db.SealedColumns.AddRange(written);
        await db.SaveChangesAsync();
        return count * Times;
    }

    private static KassaDbContext Open(AppProcess app) =>
        new KassaDatabase(new() { Provider = DatabaseSettings.Sqlite, ConnectionString = $"Data Source={app.Database}" }).For(Viewer.Operator);
}
