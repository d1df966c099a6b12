using Microsoft.EntityFrameworkCore;

namespace TransformingLives.Bot.Conversations;

/// <summary>The tables of this room, over a connection that somebody else opened.</summary>
internal sealed class ConversationDb(DbContextOptions<ConversationDb> options) : DbContext(options)
{
    public DbSet<ConversationRow> Conversations => Set<ConversationRow>();

    public DbSet<LogRow> Log => Set<LogRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ConversationRow>(row =>
        {
            row.ToTable("conversations").HasKey(r => r.Id);
            row.Property(r => r.Id).HasColumnName("id");
            row.Property(r => r.Version).HasColumnName("version").IsConcurrencyToken();
            row.Property(r => r.Channel).HasColumnName("channel");
            row.Property(r => r.StartedAt).HasColumnName("started_at");
            row.Property(r => r.UpdatedAt).HasColumnName("updated_at");
            row.Property(r => r.LastSequence).HasColumnName("last_sequence");
            row.Property(r => r.State).HasColumnName("state");
        });
        modelBuilder.Entity<LogRow>(row =>
        {
            row.ToTable("conversation_log").HasKey(r => new { r.ConversationId, r.Sequence });
            row.HasOne<ConversationRow>().WithMany().HasForeignKey(r => r.ConversationId);
            row.Property(r => r.ConversationId).HasColumnName("conversation_id");
            row.Property(r => r.Sequence).HasColumnName("sequence").ValueGeneratedNever();
            row.Property(r => r.At).HasColumnName("at");
            row.Property(r => r.Who).HasColumnName("who");
            row.Property(r => r.Text).HasColumnName("text");
            row.Property(r => r.Reply).HasColumnName("reply");
            row.Property(r => r.Key).HasColumnName("message_key");
            row.Property(r => r.Activity).HasColumnName("activity");
            row.Property(r => r.Ending).HasColumnName("ending");
        });
    }
}
