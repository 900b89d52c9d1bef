using System.Data;
using System.Data.Common;
using KassaSurvey.Application.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KassaSurvey.Infrastructure.Persistence;

/// <summary>A table as the model maps it: column names and stored values, so that a bulk insert stores what EF would.</summary>
internal sealed class BulkTable
{
    private readonly IProperty[] _properties;

    private BulkTable(string name, IProperty[] properties, string[] columns)
    {
        Name = name;
        _properties = properties;
        Columns = columns;
    }

    public string Name { get; }

    public string[] Columns { get; }

    public static BulkTable Of<TEntity>(KassaDbContext context)
    {
        var entity = context.Model.FindEntityType(typeof(TEntity))!;
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        IProperty[] properties = [.. entity.GetFlattenedProperties()];
        return new(table.Name, properties, [.. properties.Select(property => property.GetColumnName(table)!)]);
    }

    /// <summary>The stored value of each column, in the order of <see cref="Columns"/>; null is <see cref="DBNull"/>.</summary>
    public void Read(object entity, object[] values)
    {
        for (var i = 0; i < _properties.Length; i++)
        {
            var property = _properties[i];
            var value = Owner(property, entity) is { } owner ? property.GetGetter().GetClrValue(owner) : null;
            var converter = property.GetTypeMapping().Converter;
            values[i] = (value is null || converter is null ? value : converter.ConvertToProvider(value)) ?? DBNull.Value;
        }
    }

    /// <summary>What holds the property: the entity, or one of its complex values, which may be absent.</summary>
    private static object? Owner(IProperty property, object entity) =>
        property.DeclaringType is IComplexType { ComplexProperty: var held } ? held.GetGetter().GetClrValue(entity) : entity;

    /// <summary>The rows as a data table, for bulk copy.</summary>
    public DataTable ToDataTable(IEnumerable<object> entities)
    {
        var table = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        foreach (var (property, column) in _properties.Zip(Columns))
        {
            var type = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
            table.Columns.Add(column, Nullable.GetUnderlyingType(type) ?? type);
        }

        var values = new object[_properties.Length];
        foreach (var entity in entities)
        {
            Read(entity, values);
            table.Rows.Add(values);
        }

        return table;
    }

    public static void AddParameters(DbCommand command, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"$p{i}";
            command.Parameters.Add(parameter);
        }
    }
}
