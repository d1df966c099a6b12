// Microsoft's botbuilder with botbuilder-dialogs: a waterfall of twenty prompts, its state in a store that is on the disk before anybody is answered.
import { mkdtempSync } from 'node:fs';
import { open, readFile, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import botbuilder from 'botbuilder';
import dialogs from 'botbuilder-dialogs';
import { measure } from './measure.mjs';

const { BotAdapter, ConversationState, TurnContext } = botbuilder;
const { DialogSet, DialogTurnStatus, TextPrompt, WaterfallDialog } = dialogs;

class FlushedFiles {
    folder = mkdtempSync(join(process.env.TURNS_FOLDER ?? tmpdir(), 'botbuilder-'));
    count = 0;
    path(key) { return join(this.folder, encodeURIComponent(key)); }
    async read(keys) {
        const items = {};
        for (const key of keys) {
            try { items[key] = JSON.parse(await readFile(this.path(key), 'utf8')); } catch (error) { if (error.code !== 'ENOENT') throw error; }
        }
        return items;
    }
    async write(changes) {
        for (const [key, item] of Object.entries(changes)) {
            const half = `${this.path(key)}.${this.count++}`;
            const file = await open(half, 'w');
            try {
                await file.writeFile(JSON.stringify({ ...item, eTag: `${this.count}` }));
                await file.datasync();
            } finally {
                await file.close();
            }
            await rename(half, this.path(key));
        }
    }
    async delete() {}
}

class InMemoryLine extends BotAdapter {
    async sendActivities(_, activities) { return activities.map((activity, index) => ({ id: `${index}` })); }
    async updateActivity() {}
    async deleteActivity() {}
    continueConversation() {}
    async receive(activity, logic) { await this.runMiddleware(new TurnContext(this, activity), logic); }
}

const state = new ConversationState(new FlushedFiles());
const set = new DialogSet(state.createProperty('dialog'));
set.add(new TextPrompt('ask'));
set.add(new WaterfallDialog('first', [
    ...Array.from({ length: 19 }, (_, number) => async step => {
        step.values[number] = step.result ?? '';
        return step.prompt('ask', `Question ${number}?`);
    }),
    async step => { await step.context.sendActivity('Thank you.'); return step.endDialog(); },
]));
const line = new InMemoryLine();
await measure(Number(process.argv[2]), Number(process.argv[3]), async id => {
    let count = 0;
    return text => line.receive({ type: 'message', id: `${count++}`, text, channelId: 'test', from: { id: 'user' }, recipient: { id: 'bot' }, conversation: { id }, serviceUrl: 'test' }, async context => {
        const dialog = await set.createContext(context);
        if ((await dialog.continueDialog()).status === DialogTurnStatus.empty) await dialog.beginDialog('first');
        await state.saveChanges(context);
    });
});
