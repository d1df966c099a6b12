using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace TransformingLives.CaseBridge.Storage;

/// <summary>The tables of this module, over a connection that somebody else opened.</summary>
internal sealed class CaseDb(DbContextOptions<CaseDb> options) : DbContext(options)
{
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<ReferralRow> Referrals => Set<ReferralRow>();

    public DbSet<AlertRow> Alerts => Set<AlertRow>();

    public static CaseDb Over(StorageProvider provider, DbConnection connection, DbTransaction? transaction = null)
    {
        var options = new DbContextOptionsBuilder<CaseDb>();
        var db = new CaseDb((provider == StorageProvider.SQLite ? options.UseSqlite(connection) : options.UseNpgsql(connection)).Options);
        if (transaction is not null)
        {
            db.Database.UseTransaction(transaction);
        }

        return db;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OutboxRow>().ToTable("outbox").HasKey(row => row.WorkKey);
        modelBuilder.Entity<OutboxRow>().Property(row => row.LeaseOwner).IsConcurrencyToken();
        modelBuilder.Entity<ReferralRow>().ToTable("register_referrals").HasKey(row => row.Id);
        modelBuilder.Entity<AlertRow>().ToTable("register_alerts").HasKey(row => row.Id);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(SnakeCase(property.Name));
        }
    }

    private static string SnakeCase(string name)
    {
        var snake = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && snake.Length > 0)
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(letter));
        }

        return snake.ToString();
    }
}
