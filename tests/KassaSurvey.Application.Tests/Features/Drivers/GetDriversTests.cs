using System.Diagnostics;
using System.Text.Json;
using KassaSurvey.Application.Features.Demonstration;
using KassaSurvey.Application.Features.Drivers;
using KassaSurvey.Application.Features.Results;
using KassaSurvey.Application.Features.Waves;
using KassaSurvey.Domain.Analysis;
using KassaSurvey.Domain.Analysis.Drivers;
using KassaSurvey.Domain.Organisation;
using KassaSurvey.Domain.Primitives;
using KassaSurvey.Testing;

namespace KassaSurvey.Application.Tests.Features.Drivers;

/// <summary>The drivers of the demonstration fund's waves, read from a real database.</summary>
public sealed class GetDriversTests(GetDriversTests.DemonstrationFund demo) : IClassFixture<GetDriversTests.DemonstrationFund>
{
    [Fact]
    public async Task Overall_Of2020_EachModelStatesItsBase()
    {
        var drivers = (await demo.ReadAsync(2020)).Value;

        Assert.Equal("OVERALL", drivers.Drivers.Target);
        var (main, others) = (drivers.Drivers.Models[0], drivers.Drivers.Models.Skip(1).ToList());
        Assert.Null(main.Area);
        Assert.DoesNotContain(main.Drivers, area => area is "LOYALTY" or "EXPECTATION" or "EXPERIENCE" or "OVERALL");
        Assert.Contains(others, model => model.Area == "STAFF");
        Assert.All(others.Where(model => model.Base is not null), model => Assert.True(model.Base < main.Base));
        Assert.All(others.Where(model => !model.IsByQuestion), model => Assert.Equal([.. main.Drivers, model.Area!], model.Drivers.ToArray()));
        var telephone = Assert.Single(others, model => model.IsByQuestion);
        Assert.Equal(["PHO_REACH", "STF_FRIENDLY", "STF_EXPERT", "PHO_SOLVED"], telephone.Drivers.ToArray());
        foreach (var model in drivers.Drivers.Models)
        {
            if (model.Reading is DriverReading.Reported reported)
            {
                Assert.Equal(model.Base, reported.Model.N + reported.Model.LeftOut);
                Assert.Equal(1, reported.Drivers.Sum(driver => driver.Importance.Value), 1e-9);
            }
        }
    }

    [Fact]
    public async Task Overall_AskedTwice_IsAnalysedOnce()
    {
        var first = (await demo.ReadAsync(2020)).Value;
        var clock = Stopwatch.GetTimestamp();

        var again = (await demo.ReadAsync(2020)).Value;

        Assert.Same(first.Drivers, again.Drivers);
        Assert.True(Stopwatch.GetElapsedTime(clock) < TimeSpan.FromSeconds(1));
        Assert.NotSame(first.Drivers, (await demo.ReadAsync(2020, method: DriverMethod.Johnson)).Value.Drivers);
    }

    [Fact]
    public async Task PathModel_Of2020_HasTheBuiltInBlocks()
    {
        var drivers = (await demo.ReadAsync(2020, method: DriverMethod.Pls)).Value.Drivers;

        Assert.Equal("SAT", drivers.Target);
        Assert.Equal(["IMAGE", "HANDLING", "DIGITAL", "INFO"], drivers.Models[0].Drivers.ToArray());
        Assert.Equal("STAFF", drivers.Models[1].Area);
    }

    [Fact]
    public async Task OpenWave_OfFewResponses_HasNoMatrix()
    {
        var drivers = (await demo.ReadAsync(TimeProvider.System.GetUtcNow().Year)).Value;

        Assert.All(drivers.Drivers.Models, model => Assert.IsNotType<DriverReading.Reported>(model.Reading));
        Assert.All(drivers.Drivers.Models, model => Assert.IsNotType<DriverReading.Weak>(model.Reading));
    }

    [Fact]
    public async Task Asking_WhatThereIsNot_IsAnError()
    {
        Assert.Equal("Drivers.UnknownTarget", (await demo.ReadAsync(2020, target: "NOTHING")).Errors[0].Code);
        Assert.Equal("Drivers.UnknownTarget", (await demo.ReadAsync(2020, target: "CHANNELS")).Errors[0].Code);
        Assert.Equal("Wave.YearNotFound", (await demo.ReadAsync(1999)).Errors[0].Code);
        Assert.Equal("Population.UnknownSegment", (await demo.ReadAsync(2020, Population.Everybody.With("planet", "Mars"))).Errors[0].Code);
    }

    [Fact]
    public async Task Document_OfTheWave_IsJsonWithoutNaN()
    {
        var text = JsonSerializer.Serialize(DriversDocument.Of((await demo.ReadAsync(2020)).Value), ResultsJson.Options);

        var json = JsonDocument.Parse(text).RootElement;
        Assert.Equal(5, json.GetProperty("minimumCell").GetInt32());
        Assert.Contains("not proof", json.GetProperty("caution").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(0, json.GetProperty("models").GetArrayLength());
    }

    public sealed class DemonstrationFund : IAsyncLifetime
    {
        private readonly MeasuredWaves _waves = new();
        private TestDatabase _database = null!;
        private GetDrivers _drivers = null!;

        public async Task InitializeAsync()
        {
            _database = await TestDatabase.CreateAsync();
            var seal = new SealWave(_database.Database, TimeProvider.System);
            _ = (await new CreateDemonstration(_database.Database, seal, TimeProvider.System).ExecuteAsync(Viewer.Operator, CancellationToken.None)).Value;
            _drivers = new(_database.Database, _waves);
        }

        public async Task DisposeAsync()
        {
            _drivers.Dispose();
            _waves.Dispose();
            await _database.DisposeAsync();
        }

        public Task<Result<SurveyDrivers>> ReadAsync(
            int year, Population? population = null, string? target = null, DriverMethod method = DriverMethod.Lmg) => _drivers.ExecuteAsync(
            Viewer.Operator, new(null, null, year, population ?? Population.Everybody, target, method), CancellationToken.None);
    }
}
